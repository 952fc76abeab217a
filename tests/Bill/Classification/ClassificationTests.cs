using System.Text.RegularExpressions;

namespace Bill.Classification.Tests;

public sealed partial class ClassificationTests : IDisposable
{
    private readonly ReportFolder reports = new();

    public void Dispose() => reports.Dispose();

    /// <summary>Product, usage type, category and item, in turn.</summary>
    private static readonly string[][] Known =
    [
        ["AmazonSageMaker", "USE1-Train:ml.p4d.24xlarge", "training", "onDemandTraining"],
        ["AmazonSageMaker", "Train:ml.m5.large", "training", "onDemandTraining"],
        ["AmazonSageMaker", "USE1-SpotTraining:ml.g5.xlarge", "training", "spotTraining"],
        ["AmazonSageMaker", "EU-TrSpt:ml.g5.xlarge", "training", "spotTraining"],
        ["AmazonSageMaker", "EU-Processing:ml.m5.large", "training", "processing"],
        ["AmazonSageMaker", "USW2-Tsform:ml.m5.large", "training", "processing"],
        ["AmazonSageMaker", "USE1-Cluster:ml.p5.48xlarge", "training", "clusters"],
        ["AmazonSageMaker", "USE1-Notebk:ml.t3.medium", "training", "notebooks"],
        ["AmazonSageMaker", "EU-Studio:JupyterLab-ml.t3.medium", "training", "notebooks"],
        ["AmazonSageMaker", "USE1-RStudio:RSessionGateway-ml.t3.medium", "training", "notebooks"],
        ["AmazonSageMaker", "USE1-Host:ml.g5.xlarge", "inference", "hosting"],
        ["AmazonSageMaker", "APN1-AsyncInf:ml.g6.xlarge", "inference", "asyncHosting"],
        ["AmazonSageMaker", "USE2-ServerlessInf:Mem-4GB", "inference", "serverless"],
        ["AmazonSageMaker", "USE1-Hst:Data-Bytes-Out", "inference", "endpointData"],
        ["AmazonSageMaker", "USE1-Host:VolumeUsage.gp2", "storage", "mlVolumes"],
        ["AmazonSageMaker", "USE1-Studio:VolumeUsage.gp3", "storage", "mlVolumes"],
        ["AmazonSageMaker", "USE1-LabeledObject", "other", "otherMachineLearning"],
        ["AmazonS3", "TimedStorage-ByteHrs", "storage", "standardStorage"],
        ["AmazonS3", "EUW1-TimedStorage-ByteHrs", "storage", "standardStorage"],
        ["AmazonS3", "USE1-TimedStorage-INT-FA-ByteHrs", "storage", "tieredStorage"],
        ["AmazonS3", "TimedStorage-INT-AIA-ByteHrs", "storage", "tieredStorage"],
        ["AmazonS3", "TimedStorage-GlacierByteHrs", "storage", "coldStorage"],
        ["AmazonS3", "TimedStorage-SIA-ByteHrs", "storage", "coldStorage"],
        ["AmazonS3", "Requests-Tier1", "storage", "storageRequests"],
        ["AmazonS3", "EarlyDelete-ByteHrs", "storage", "otherStorage"],
        ["AmazonS3", "DataTransfer-Out-Bytes", "dataTransfer", "traffic"],
        ["AmazonS3", "USE1-USW2-AWS-Out-Bytes", "dataTransfer", "traffic"],
        ["AmazonEC2", "EBS:VolumeUsage.gp3", "storage", "volumes"],
        ["AmazonEC2", "USW2-EBS:SnapshotUsage", "storage", "volumes"],
        ["AmazonEC2", "BoxUsage:m5.large", "other", "otherServices"],
        ["AmazonEC2", "USW2-NatGateway-Bytes", "dataTransfer", "natData"],
        ["AmazonEC2", "NatGateway-Hours", "dataTransfer", "natGateways"],
        ["AmazonEC2", "DataTransfer-Regional-Bytes", "dataTransfer", "traffic"],
        ["AmazonVPC", "USE1-VpcEndpoint-Hours", "dataTransfer", "vpcEndpoints"],
        ["AmazonVPC", "PublicIPv4:InUseAddress", "dataTransfer", "publicAddresses"],
        ["AmazonECR", "TimedStorage-ByteHrs", "storage", "images"],
        ["AmazonEFS", "USE1-TimedStorage-ByteHrs", "storage", "fileSystems"],
        ["AmazonCloudWatch", "TimedStorage-ByteHrs", "other", "otherServices"],
        ["AWSLambda", "Lambda-GB-Second", "other", "otherServices"],
    ];

    [Fact]
    public void Usage_types_fall_into_their_category_and_item()
    {
        var bill = Run.Json(reports.Csv(Known.Select((line, index) => new Charge(line[0], line[1], 1, Weight(index)))));

        foreach (var item in Known.Index().GroupBy(line => (Category: line.Item[2], Item: line.Item[3])))
        {
            var found = bill.GetProperty("categories").GetProperty(item.Key.Category).GetProperty("items").EnumerateArray()
                .SingleOrDefault(found => found.GetProperty("name").GetString() == item.Key.Item);
            Assert.True(
                found.ValueKind != System.Text.Json.JsonValueKind.Undefined
                && found.GetProperty("usd").GetDecimal() == item.Sum(line => Weight(line.Index)),
                $"{item.Key}: {found}");
        }
    }

    [Theory]
    [InlineData("Tax", "taxes")]
    [InlineData("Credit", "credits")]
    [InlineData("Refund", "credits")]
    [InlineData("SavingsPlanRecurringFee", "fees")]
    [InlineData("SavingsPlanNegation", "fees")]
    [InlineData("SavingsPlanCoveredUsage", "committedTraining")]
    [InlineData("EdpDiscount", "onDemandTraining")]
    public void Lines_that_are_not_usage_go_by_their_type(string lineType, string item)
    {
        var bill = Run.Json(reports.Csv(new Charge(Charge.Sagemaker, "USE1-Train:ml.g5.xlarge", 1, 1.4m) with { LineType = lineType }));

        Assert.Equal(1.4m, bill.Item(item));
    }

    [Fact]
    public void Amounts_that_discounts_repeat_are_not_counted_twice()
    {
        var usage = new Charge("AmazonEC2", "NatGateway-Bytes", 100, 4.5m);

        var waste = Run.Json(reports.Csv(usage, usage with { LineType = "EdpDiscount", Cost = "-0.5" })).Waste("natData");

        Assert.Equal(100m, waste.GetProperty("amount").GetDecimal());
        Assert.Equal(4m, waste.GetProperty("usd").GetDecimal());
    }

    [Fact]
    public void Every_item_of_the_statement_has_a_title_and_every_title_an_item()
    {
        var items = Items().Matches(ClassificationStatement.Text).Select(item => item.Groups[1].Value)
            .Except(["training", "inference", "storage", "dataTransfer", "other"]);

        Assert.Equal(BillItem.Names.Order(StringComparer.Ordinal), items.Distinct().Order(StringComparer.Ordinal));
    }

    private static decimal Weight(int index) => 1 + (index / 100m);

    [GeneratedRegex(@"(?:THEN|ELSE) '([A-Za-z]+)'")]
    private static partial Regex Items();
}
