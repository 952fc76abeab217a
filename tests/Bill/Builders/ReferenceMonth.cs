namespace Bill.Tests.Builders;

/// <summary>The month of the article before anything was done, as a bill: the quantities and costs of the reference workload.</summary>
internal static class ReferenceMonth
{
    public const decimal Training = 18780.036480m;
    public const decimal Inference = 16365.88m;
    public const decimal Storage = 7015.397260273973m;
    public const decimal DataTransfer = 4677.20m;
    public const decimal Other = 13.665125m;
    public const decimal Total = 46852.178865273973m;

    private const int Hours = 730;

    public static IReadOnlyList<Charge> Charges { get; } = [.. All().Select(charge => charge.At(0, Hours))];

    private static IEnumerable<Charge> All() =>
    [
        new(Charge.Sagemaker, "USE1-Train:ml.p4d.24xlarge", 300, 7575.3864m),
        new(Charge.Sagemaker, "USE1-Train:ml.g5.12xlarge", 700, 4963m),
        new(Charge.Sagemaker, "USE1-Train:ml.p4d.24xlarge", 160, 4040.20608m),
        new(Charge.Sagemaker, "USE1-Train:ml.g5.2xlarge", 500, 757.5m),
        new(Charge.Sagemaker, "USE1-Processing:ml.m5.4xlarge", 400, 368.8m),
        new(Charge.Sagemaker, "USE1-Notebk:ml.g4dn.xlarge", 1460, 1075.144m),

        .. Endpoints("language", 2, "ml.g5.2xlarge", 1460, 2211.9m),
        .. Endpoints("small", 16, "ml.m5.xlarge", Hours, 167.9m),
        .. Endpoints("vision", 3, "ml.g4dn.xlarge", Hours, 537.28m),
        .. Endpoints("sporadic", 8, "ml.c5.xlarge", Hours, 148.92m),
        .. Endpoints("main", 1, "ml.g5.xlarge", 2920, 4111.36m),
        .. Endpoints("forgotten", 4, "ml.g4dn.xlarge", Hours, 537.28m),
        new(Charge.Sagemaker, "USE1-Hst:Data-Bytes-In", 8000, 128m),
        new(Charge.Sagemaker, "USE1-Hst:Data-Bytes-Out", 4000, 64m),

        new("AmazonS3", "TimedStorage-ByteHrs", 300_000, 6651.2m),
        new("AmazonS3", "Requests-Tier1", 20_000_000, 100m),
        new("AmazonS3", "Requests-Tier2", 200_000_000, 80m),
        new(Charge.Sagemaker, "USE1-Notebk:VolumeUsage.gp2", 400, 56m),
        new(Charge.Sagemaker, "USE1-Processing:VolumeUsage.gp2", 273.9726m, 27.397260273973m),
        new(Charge.Sagemaker, "USE1-Host:VolumeUsage.gp2", 720, 100.8m),

        new("AmazonEC2", "NatGateway-Hours", 2190, 98.55m),
        new("AmazonEC2", "NatGateway-Bytes", 45_000, 2025m),
        new("AWSDataTransfer", "DataTransfer-Out-Bytes", 19_900, 1742.7m),
        new("AmazonS3", "USE1-USW2-AWS-Out-Bytes", 30_000, 600m),
        new("AmazonEC2", "DataTransfer-Regional-Bytes", 20_000, 200m),
        new("AmazonVPC", "PublicIPv4:InUseAddress", 2190, 10.95m),

        new("AmazonCloudWatch", "CW:AlarmMonitorUsage", 12, 13.665125m),
    ];

    private static IEnumerable<Charge> Endpoints(string name, int count, string instanceType, decimal hours, decimal cost) =>
        Enumerable.Range(1, count).Select(number => Charge.Endpoint($"{name}-{number}", instanceType, hours, cost));
}
