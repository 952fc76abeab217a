namespace Infra.Hosting;

/// <summary>The one variant that each endpoint has; scaling and alarms refer to it by name.</summary>
internal static class Variant
{
    public const string Name = "AllTraffic";
}
