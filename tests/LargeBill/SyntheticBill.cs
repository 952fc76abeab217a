using System.Globalization;

namespace LargeBill;

/// <summary>
/// A month of a machine learning company, by the hour and the resource, as a CSV export of CUR 2.0. The same size gives the same file.
/// </summary>
internal static class SyntheticBill
{
    private const int Hours = 31 * 24;

    /// <summary>About what a line takes, from which the number of resources follows.</summary>
    private const int LineBytes = 603;

    private static readonly DateTime Start = new(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What is used, how often among a hundred lines, and the price of a unit.</summary>
    private static readonly (int Weight, string Product, string Usage, string Resource, string Operation, decimal Price)[] Kinds =
    [
        (8, "AmazonSageMaker", "USE1-Host:ml.g5.xlarge", "arn:aws:sagemaker:us-east-1:123456789012:endpoint/model-", "RunInstance", 1.408m),
        (4, "AmazonSageMaker", "USE1-Host:ml.m5.xlarge", "arn:aws:sagemaker:us-east-1:123456789012:endpoint/small-", "RunInstance", 0.23m),
        (6, "AmazonSageMaker", "USE1-Train:ml.g5.12xlarge", "arn:aws:sagemaker:us-east-1:123456789012:training-job/job-", "RunInstance", 7.09m),
        (2, "AmazonSageMaker", "USE1-Notebk:ml.g4dn.xlarge", "arn:aws:sagemaker:us-east-1:123456789012:notebook/lab-", "RunInstance", 0.7364m),
        (4, "AmazonSageMaker", "USE1-Host:VolumeUsage.gp2", "arn:aws:sagemaker:us-east-1:123456789012:endpoint/small-", "RunInstance", 0.14m),
        (30, "AmazonEC2", "BoxUsage:m5.xlarge", "i-0123456789abcdef", "RunInstances", 0.192m),
        (16, "AmazonEC2", "EBS:VolumeUsage.gp3", "vol-0123456789abcdef", "CreateVolume-Gp3", 0.08m),
        (8, "AmazonS3", "TimedStorage-ByteHrs", "training-data-", "StandardStorage", 0.022m),
        (8, "AmazonS3", "Requests-Tier2", "training-data-", "GetObject", 0.0000004m),
        (3, "AmazonEC2", "NatGateway-Bytes", "arn:aws:ec2:us-east-1:123456789012:natgateway/nat-", "NatGateway", 0.045m),
        (5, "AmazonEC2", "DataTransfer-Regional-Bytes", "i-0123456789abcdef", "InterZone-In", 0.01m),
        (6, "AmazonCloudWatch", "USE1-DataProcessing-Bytes", "arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/", "PutLogEvents", 0.5m),
    ];

    /// <summary>The columns that the bill program reads, among others that a default export has.</summary>
    private const string Header =
        "bill_bill_type,bill_billing_entity,bill_billing_period_end_date,bill_billing_period_start_date,bill_invoice_id,"
        + "bill_invoicing_entity,bill_payer_account_id,bill_payer_account_name,cost_category,discount,identity_line_item_id,"
        + "identity_time_interval,line_item_availability_zone,line_item_blended_cost,line_item_blended_rate,line_item_currency_code,"
        + "line_item_legal_entity,line_item_line_item_description,line_item_line_item_type,line_item_normalization_factor,"
        + "line_item_normalized_usage_amount,line_item_operation,line_item_product_code,line_item_resource_id,line_item_tax_type,"
        + "line_item_unblended_cost,line_item_unblended_rate,line_item_usage_account_id,line_item_usage_account_name,"
        + "line_item_usage_amount,line_item_usage_end_date,line_item_usage_start_date,line_item_usage_type,pricing_unit,product,"
        + "product_region_code,product_servicecode,product_sku,resource_tags";

    /// <summary>Writes about so many bytes, and says how many lines they are and what the bill is.</summary>
    public static (long Lines, decimal Total) Write(TextWriter text, long bytes)
    {
        var perHour = (int)Math.Max(1, bytes / LineBytes / Hours);
        var random = new Random(7);
        var (lines, total) = (0L, 0m);
        text.Write(Header);
        text.Write('\n');
        for (var hour = 0; hour < Hours; hour++)
        {
            var (from, to) = (Time(Start.AddHours(hour)), Time(Start.AddHours(hour + 1)));
            for (var resource = 0; resource < perHour; resource++)
            {
                total += WriteLine(text, Kind(resource), resource, from, to, random);
                lines++;
            }
        }

        return (lines, total);
    }

    private static (int Weight, string Product, string Usage, string Resource, string Operation, decimal Price) Kind(int resource)
    {
        var place = resource * 37 % 100;
        foreach (var kind in Kinds)
        {
            if ((place -= kind.Weight) < 0)
            {
                return kind;
            }
        }

        return Kinds[^1];
    }

    private static decimal WriteLine(
        TextWriter text, (int Weight, string Product, string Usage, string Resource, string Operation, decimal Price) kind,
        int resource, string from, string to, Random random)
    {
        var isInstance = kind.Usage.Contains(":ml.", StringComparison.Ordinal) || kind.Usage.StartsWith("BoxUsage", StringComparison.Ordinal);
        var amount = isInstance ? 1m : random.Next(1, 100_000_000) / 10_000_000m;
        var cost = decimal.Round(amount * kind.Price, 10);
        text.Write(string.Create(CultureInfo.InvariantCulture, $"""
            Anniversary,AWS,2026-11-01T00:00:00.000Z,2026-10-01T00:00:00.000Z,,"Amazon Web Services, Inc.",123456789012,company,,{"{}"},{random.NextInt64():x16}{resource:x8},{from}/{to},us-east-1a,{cost},{kind.Price},USD,"Amazon Web Services, Inc.","${kind.Price} per unit of {kind.Usage}, {kind.Operation}",Usage,,,{kind.Operation},{kind.Product},{kind.Resource}{resource:x6},,{cost},{kind.Price},123456789012,ml-platform,{amount},{to},{from},{kind.Usage},Hrs,"{"{"}""product_name"":""{kind.Product}"",""operation"":""{kind.Operation}""{"}"}",us-east-1,{kind.Product},SKU{resource % 977:00000},{"{}"}
            """));
        text.Write('\n');
        return cost;
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
