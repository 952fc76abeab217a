using PropertyValues;
using Pulumi.Policy;
using Pulumi.Policy.Testing;

namespace MyPack.Tests;

public class BucketsAreVersionedTests
{
    private static readonly BucketsAreVersioned Policy = new();

    [Theory]
    [InlineData("Enabled", "compliant")]
    [InlineData("Suspended", "violation: The status of versioning is Suspended, expected Enabled.")]
    [InlineData(null, "violation: The status of versioning is not set, expected Enabled.")]
    public void Versioning_is_enabled(string? status, string verdict) => Assert.Equal(verdict, Check(status).ToString());

    [Fact]
    public void What_is_not_known_before_deployment_violates_nothing() =>
        Assert.Equal(Verdict.Unknown("versioningConfiguration.status"), Check(PropertyValue.Unknown));

    private static Verdict Check(object? status) =>
        PolicyTest.Check(Policy, ("versioningConfiguration", PropertyMap.Of(("status", status))));
}
