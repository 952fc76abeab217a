using Policies.Observability;
using ResourceViews.Aws.CloudWatch;
using Native = ResourceViews.AwsNative.Logs;

namespace Policies.Tests.Observability;

public class LogRetentionTests
{
    private static readonly LogRetention Policy = new();

    [Fact]
    public void A_group_that_forgets_is_compliant()
    {
        Policy.On(new LogGroupProps { RetentionInDays = 14 }).ShouldBeCompliant();
        Policy.On(new Native.LogGroupProps { RetentionInDays = 14 }).ShouldBeCompliant();
    }

    [Fact]
    public void One_that_does_not_is_a_violation()
    {
        Assert.Equal(
            "trainer: retentionInDays is not set, so that its events are kept, and billed, for ever. Set it, for example to 30.",
            Policy.On(new LogGroupProps()).Violation());
        Assert.StartsWith(
            "trainer: retentionInDays is 0, so that its events are kept, and billed, for ever.",
            Policy.On(new LogGroupProps { RetentionInDays = 0 }).Violation(),
            StringComparison.Ordinal);
        Assert.True(Policy.On(new Native.LogGroupProps()).IsViolation);
    }

    /// <summary>https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html</summary>
    [Fact]
    public void A_group_for_delivery_has_a_retention_that_nobody_sets()
    {
        Policy.On(new LogGroupProps { LogGroupClass = "DELIVERY" }).ShouldBeCompliant();
        Policy.On(new Native.LogGroupProps { LogGroupClass = "DELIVERY" }).ShouldBeCompliant();
        Assert.True(Policy.On(new LogGroupProps { LogGroupClass = "INFREQUENT_ACCESS" }).IsViolation);
        Policy.On(new LogGroupProps { LogGroupClass = Known<string>.Unknown }).ShouldBeUnknown("logGroupClass");
    }

    [Fact]
    public void A_retention_that_is_not_known_yet_is_unknown() =>
        Policy.On(new LogGroupProps { RetentionInDays = Known<int?>.Unknown }).ShouldBeUnknown("retentionInDays");

    [Fact]
    public void Remediation_sets_it_and_keeps_the_rest()
    {
        var inputs = PropertyMap.Of(("kmsKeyId", PropertyValue.Unknown), ("name", PropertyValue.SecretOf("logs")));
        var settings = PropertyMap.Of(("retentionInDays", 90));

        Assert.Equal(
            inputs.With("retentionInDays", PropertyValue.Of(90)),
            PolicyTest.Remediate(Policy, PolicyTest.Resource(LogGroupProps.ResourceType, inputs), settings));
    }

    [Fact]
    public void What_is_right_or_not_known_yet_is_left_as_it_is()
    {
        foreach (var days in (object[])[7, PropertyValue.Unknown])
        {
            var inputs = PropertyMap.Of(("retentionInDays", days));

            Assert.Equal(inputs, PolicyTest.Remediate(Policy, PolicyTest.Resource(LogGroupProps.ResourceType, inputs)));
        }
    }

    [Fact]
    public void A_number_of_days_that_AWS_does_not_take_is_refused() => Assert.Throws<ArgumentException>(
        () => Policy.On(new LogGroupProps(), PropertyMap.Of(("retentionInDays", 31))));
}
