using Pulumi;

namespace Infra.Tests.Builders;

/// <summary>Reads what a stack hands out.</summary>
internal static class Outputs
{
    public static Task<string> ValueAsync(object? output)
    {
        var source = new TaskCompletionSource<string>();
        ((Output<string>)output!).Apply(value =>
        {
            source.SetResult(value);
            return value;
        });
        return source.Task;
    }
}
