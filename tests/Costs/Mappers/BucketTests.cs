using Costs.Estimates;
using Costs.Money;
using Costs.Plan;
using ResourceViews.Aws.S3;
using Rule = ResourceViews.Aws.S3.BucketLifecycleConfigurationRuleProps;

namespace Costs.Tests.Mappers;

public class BucketTests
{
    private static readonly PlannedResource Bucket = Planned.Resource("artifacts", new BucketProps { BucketName = "artifacts-1" });

    [Fact]
    public void Without_rules_everything_measured_lies_in_standard_by_tiers()
    {
        var line = Given.Line("""{"artifacts": {"storedGb": 3000}}""", Bucket);

        Assert.Equal(Cost.Of(1000 * 0.1m + 2000 * 0.05m), line.Component("Storage (STANDARD)").Monthly);
    }

    [Fact]
    public void What_expires_after_a_month_is_one_month_of_production()
    {
        var line = Checkpoints("""{"ingestGbPerMonth": 500}""", Expire("checkpoints/", 30));

        Assert.Equal(Cost.Of(50), line.Component("Storage (checkpoints/, STANDARD)").Monthly);
    }

    [Fact]
    public void What_nobody_deletes_grows_so_it_needs_to_be_said_how_long_it_is_kept()
    {
        var line = Checkpoints("""{"ingestGbPerMonth": 500}""");

        Assert.Contains("keepMonths", Assert.Single(line.Gaps, gap => gap.Name.StartsWith("Storage")).UsageKeys);
    }

    [Fact]
    public void What_its_owner_deletes_is_kept_so_many_months()
    {
        var line = Checkpoints("""{"ingestGbPerMonth": 100, "keepMonths": 6}""");

        Assert.Equal(Cost.Of(60), line.Component("Storage (checkpoints/, STANDARD)").Monthly);
    }

    [Fact]
    public void Models_move_to_the_archive_with_overhead_and_a_fee_for_each()
    {
        var line = Checkpoints(
            """{"ingestGbPerMonth": 5000, "keepMonths": 12, "objectMb": 1024}""", Move("checkpoints/", 90, "GLACIER"));

        Assert.Equal(45_000 + (45_000 * 32m / 1024 / 1024), line.Component("Storage (checkpoints/, GLACIER)").Explanation.Quantity.Expected);
        Assert.Equal(15_000, line.Component("Storage (checkpoints/, STANDARD)").Explanation.Quantity.Expected);
        Assert.Equal(
            45_000 * 8m / 1024 / 1024, line.Component("Index of archived objects (checkpoints/, STANDARD)").Explanation.Quantity.Expected);
        Assert.Equal(Cost.Of(0.15m), line.Component("Lifecycle transitions (checkpoints/, GLACIER)").Monthly);
    }

    [Fact]
    public void Leaving_a_class_before_its_minimum_is_billed_to_the_end()
    {
        var line = Checkpoints("""{"ingestGbPerMonth": 300}""", Move("checkpoints/", 0, "GLACIER_IR"), Expire("checkpoints/", 30));

        // 300 GB for at least 90 days.
        Assert.Equal(Cost.Of(900 * 0.02m), line.Component("Storage (checkpoints/, GLACIER_IR)").Monthly);
        Assert.Contains(line.Assumptions, assumption => assumption.Text.Contains("billed for 90 days at least"));
    }

    [Fact]
    public void Deletion_takes_precedence_over_transition()
    {
        var line = Checkpoints("""{"ingestGbPerMonth": 300}""", Move("checkpoints/", 30, "GLACIER"), Expire("checkpoints/", 30));

        Assert.Equal(["Storage (checkpoints/, STANDARD)"], line.Components.Select(component => component.Name));
    }

    [Fact]
    public void In_a_versioned_bucket_deleted_objects_stay_as_noncurrent_versions()
    {
        var rule = Expire("checkpoints/", 30) with { NoncurrentVersionExpiration = new() { NoncurrentDays = 15 } };

        var line = Checkpoints("""{"ingestGbPerMonth": 200}""", [rule], Versioned());

        Assert.Equal(Cost.Of(200 * 1.5m * 0.1m), line.Component("Storage (checkpoints/, STANDARD)").Monthly);
    }

    [Fact]
    public void Noncurrent_versions_that_nothing_deletes_are_a_gap()
    {
        var line = Checkpoints("""{"ingestGbPerMonth": 200}""", [Expire("checkpoints/", 30)], Versioned());

        Assert.Contains(line.Gaps, gap => gap.Name == "Noncurrent versions (checkpoints/)");
    }

    [Fact]
    public void Tiered_data_is_split_by_how_long_nobody_read_it()
    {
        var line = Checkpoints(
            """{"storedGb": 1000, "objectMb": 64, "frequentPercent": 40, "infrequentPercent": 25}""",
            Move("checkpoints/", 0, "INTELLIGENT_TIERING"));

        Assert.Equal(Cost.Of(40), line.Component("Intelligent-Tiering (checkpoints/, frequent access)").Monthly);
        Assert.Equal(Cost.Of(10), line.Component("Intelligent-Tiering (checkpoints/, infrequent access)").Monthly);
        Assert.Equal(Cost.Of(7), line.Component("Intelligent-Tiering (checkpoints/, archive instant access)").Monthly);
        Assert.Equal(Cost.Of(0.16m), line.Component("Intelligent-Tiering monitoring (checkpoints/)").Monthly);
    }

    [Fact]
    public void Shares_of_more_than_everything_are_refused()
    {
        var line = Checkpoints(
            """{"storedGb": 1000, "frequentPercent": 80, "infrequentPercent": 25}""", Move("checkpoints/", 0, "INTELLIGENT_TIERING"));

        Assert.Contains("105%", Assert.Single(line.Gaps, gap => gap.Name.StartsWith("Intelligent")).Reason);
    }

    [Fact]
    public void Small_objects_are_not_moved_unless_the_rule_names_a_size()
    {
        var rule = Move("checkpoints/", 0, "GLACIER_IR");
        var sized = rule with { Filter = new() { And = new() { Prefix = "checkpoints/", ObjectSizeGreaterThan = 1 } } };
        const string Usage = """{"storedGb": 100, "objectMb": 0.0625}""";

        Assert.Equal(["Storage (checkpoints/, STANDARD)"], Checkpoints(Usage, rule).Components.Select(component => component.Name));

        // Objects of 64 KB are billed as 128 KB.
        Assert.Equal(Cost.Of(4), Checkpoints(Usage, sized).Component("Storage (checkpoints/, GLACIER_IR)").Monthly);
    }

    [Fact]
    public void Sizes_beyond_32_bits_leave_out_what_is_smaller()
    {
        var rule = Move("checkpoints/", 0, "GLACIER_IR") with
        {
            Filter = new() { And = new() { Prefix = "checkpoints/", ObjectSizeGreaterThan = 5_368_709_120 } },
        };

        Assert.Equal(
            ["Storage (checkpoints/, STANDARD)"],
            Checkpoints("""{"storedGb": 100, "objectMb": 1024}""", rule).Components.Select(component => component.Name));
    }

    [Fact]
    public void A_disabled_rule_and_a_rule_for_another_prefix_do_nothing()
    {
        var line = Checkpoints(
            """{"ingestGbPerMonth": 100, "keepMonths": 2}""",
            Expire("checkpoints/", 30) with { Status = "Disabled" }, Expire("other/", 1));

        Assert.Equal(Cost.Of(20), line.Component("Storage (checkpoints/, STANDARD)").Monthly);
    }

    [Fact]
    public void A_rule_for_a_part_of_what_usage_is_stated_for_is_named()
    {
        var line = Checkpoints("""{"ingestGbPerMonth": 100, "keepMonths": 2}""", Expire("checkpoints/old/", 1));

        Assert.Contains(line.Gaps, gap => gap.Name == "Storage (checkpoints/old/)");
    }

    [Fact]
    public void A_rule_not_known_yet_makes_storage_not_known_yet()
    {
        var line = Checkpoints("""{"ingestGbPerMonth": 100}""", Expire("checkpoints/", 30) with { Expiration = new() { Days = Known<int?>.Unknown } });

        Assert.Contains(line.Gaps, gap => gap is { Kind: GapKind.NotKnownYet, Name: "Storage" });
    }

    [Fact]
    public void A_lifecycle_is_found_by_where_the_buckets_name_came_from()
    {
        var lifecycle = Lifecycle([Expire("checkpoints/", 30)], Known<string>.Unknown).From("bucket", Bucket);

        var line = Given.Line("""{"artifacts": {"prefixes": {"checkpoints/": {"ingestGbPerMonth": 500}}}}""", Bucket, lifecycle);

        Assert.Equal(Cost.Of(50), line.Component("Storage (checkpoints/, STANDARD)").Monthly);
    }

    [Fact]
    public void Rules_inside_of_a_bucket_count_too()
    {
        var bucket = Planned.Resource("artifacts", new BucketProps
        {
            LifecycleRules = [new() { Enabled = true, Prefix = "checkpoints/", Expiration = new() { Days = 30 } }],
        });

        var line = Given.Line("""{"artifacts": {"prefixes": {"checkpoints/": {"ingestGbPerMonth": 500}}}}""", bucket);

        Assert.Equal(Cost.Of(50), line.Component("Storage (checkpoints/, STANDARD)").Monthly);
    }

    [Fact]
    public void Buckets_of_aws_native_have_their_rules_inside()
    {
        var bucket = Planned.Resource("artifacts", new ResourceViews.AwsNative.S3.BucketProps
        {
            LifecycleConfiguration = new()
            {
                Rules =
                [
                    new()
                    {
                        Status = "Enabled",
                        Prefix = "checkpoints/",
                        Transitions = [new() { TransitionInDays = 30, StorageClass = "GLACIER" }],
                        ExpirationInDays = 150,
                    },
                ],
            },
        });

        var line = Given.Line("""{"artifacts": {"prefixes": {"checkpoints/": {"ingestGbPerMonth": 500}}}}""", bucket);

        Assert.Equal(500, line.Component("Storage (checkpoints/, STANDARD)").Explanation.Quantity.Expected);
        Assert.Equal(2000, Math.Floor(line.Component("Storage (checkpoints/, GLACIER)").Explanation.Quantity.Expected));
    }

    [Fact]
    public void Requests_are_billed_by_the_thousand()
    {
        var line = Given.Line("""{"artifacts": {"putRequestsPerMonth": 20000, "getRequestsPerMonth": 1000000}}""", Bucket);

        Assert.Equal(Cost.Of(0.2m), line.Component("PUT, COPY, POST, LIST requests").Monthly);
        Assert.Equal(Cost.Of(1), line.Component("GET and other requests").Monthly);
    }

    private static EstimateLine Checkpoints(string usage, params Rule[] rules) => Checkpoints(usage, rules, []);

    private static EstimateLine Checkpoints(string usage, Rule[] rules, params PlannedResource[] beside) => Given.Line(
        $$"""{"artifacts": {"prefixes": {"checkpoints/": {{usage}} } } }""", [Bucket, Lifecycle(rules, "artifacts-1"), .. beside]);

    private static PlannedResource Lifecycle(Rule[] rules, Known<string> bucket) =>
        Planned.Resource("lifecycle", new BucketLifecycleConfigurationProps { Bucket = bucket, Rules = [.. rules] });

    private static PlannedResource Versioned() => Planned.Resource("versioning", new BucketVersioningProps
    {
        Bucket = "artifacts-1",
        VersioningConfiguration = new() { Status = "Enabled" },
    });

    private static Rule Expire(string prefix, int days) =>
        new() { Status = "Enabled", Filter = new() { Prefix = prefix }, Expiration = new() { Days = days } };

    private static Rule Move(string prefix, int days, string storageClass) => new()
    {
        Status = "Enabled",
        Filter = new() { Prefix = prefix },
        Transitions = [new() { Days = days, StorageClass = storageClass }],
    };
}
