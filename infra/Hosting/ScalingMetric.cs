namespace Infra.Hosting;

/// <summary>What a real-time endpoint can scale by, as a stack file spells it.</summary>
internal static class ScalingMetric
{
    public const string Invocations = "invocations";
    public const string Concurrency = "concurrency";
    public const string Cpu = "cpu";
    public const string Gpu = "gpu";
}
