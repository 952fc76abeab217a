using System.Globalization;

namespace Pulumi;

/// <summary>How long the provider may take; null leaves it the provider's default.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }

    internal Pulumirpc.RegisterResourceRequest.Types.CustomTimeouts ToMessage() => new()
    {
        Create = Text(Create),
        Update = Text(Update),
        Delete = Text(Delete),
    };

    private static string Text(TimeSpan? time) =>
        time is { } span ? string.Create(CultureInfo.InvariantCulture, $"{span.Ticks * TimeSpan.NanosecondsPerTick}ns") : "";
}
