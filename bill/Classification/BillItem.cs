namespace Bill.Classification;

/// <summary>What people call the items of the classification, and what their amounts count.</summary>
/// <param name="Unit">Null where usage types of different units fall into it, whose amounts mean nothing together.</param>
internal sealed record BillItem(string Title, string? Unit)
{
    private const string InstanceHours = "instance-hours";
    private const string GbMonths = "GB-months";

    private static readonly ImmutableDictionary<string, BillItem> All = new Dictionary<string, BillItem>
    {
        ["onDemandTraining"] = new("training on demand", InstanceHours),
        ["spotTraining"] = new("training on spot capacity", InstanceHours),
        ["committedTraining"] = new("training under a Savings Plan", InstanceHours),
        ["otherTraining"] = new("other training", null),
        ["processing"] = new("processing and transform jobs", InstanceHours),
        ["clusters"] = new("clusters", InstanceHours),
        ["notebooks"] = new("notebooks and Studio", InstanceHours),
        ["alwaysOnHosting"] = new("endpoints that are always on", InstanceHours),
        ["hosting"] = new("other endpoints", InstanceHours),
        ["committedHosting"] = new("endpoints under a Savings Plan", InstanceHours),
        ["otherHosting"] = new("other inference", null),
        ["asyncHosting"] = new("asynchronous endpoints", InstanceHours),
        ["serverless"] = new("serverless endpoints", null),
        ["endpointData"] = new("data processed by endpoints", "GB"),
        ["standardStorage"] = new("S3 Standard", GbMonths),
        ["tieredStorage"] = new("S3 Intelligent-Tiering", GbMonths),
        ["coldStorage"] = new("colder S3 classes", GbMonths),
        ["storageRequests"] = new("S3 requests", null),
        ["otherStorage"] = new("other S3", null),
        ["mlVolumes"] = new("volumes of SageMaker", GbMonths),
        ["featureStore"] = new("feature store", null),
        ["volumes"] = new("EBS volumes and snapshots", null),
        ["fileSystems"] = new("file systems", null),
        ["images"] = new("container images", GbMonths),
        ["natData"] = new("data processed by NAT", "GB"),
        ["natGateways"] = new("NAT gateways", "hours"),
        ["vpcEndpoints"] = new("VPC endpoints", null),
        ["publicAddresses"] = new("public addresses", "hours"),
        ["traffic"] = new("traffic between zones, Regions and the internet", "GB"),
        ["taxes"] = new("taxes", null),
        ["credits"] = new("credits and refunds", null),
        ["fees"] = new("fees, and Savings Plans less what they cover", null),
        ["otherMachineLearning"] = new("other SageMaker", null),
        ["otherServices"] = new("other services", null),
    }.ToImmutableDictionary();

    public static IEnumerable<string> Names => All.Keys;

    public static BillItem Of(string name) => All[name];
}
