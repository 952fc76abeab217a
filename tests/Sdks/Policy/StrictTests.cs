using PropertyValues;
using Pulumi.Policy;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

/// <summary>What a policy cannot tell yet is advisory, unless the policy is strict.</summary>
public class StrictTests
{
    private const string CannotRun =
        "can't run policy 'p' from policy pack 'test-pack@v1.2.3' during preview: value at .acl can't be known during preview";

    [Theory]
    [InlineData(null, false)]
    [InlineData("advisory", false)]
    [InlineData("violation", true)]
    public void It_is_a_violation_where_the_configuration_says_so(string? unknown, bool isViolation)
    {
        var host = Host(EnforcementLevel.Mandatory, isStrict: false);
        host.Configure("p", settings: unknown is null ? default : PropertyMap.Of(("unknown", unknown)));

        AssertFound(host, isViolation ? Rpc.EnforcementLevel.Mandatory : Rpc.EnforcementLevel.Advisory, isViolation);
    }

    [Fact]
    public void The_level_is_the_policys_own() => AssertFound(
        Host(EnforcementLevel.Advisory, isStrict: true), Rpc.EnforcementLevel.Advisory, isViolation: true);

    [Fact]
    public void A_pack_can_be_strict_without_a_configuration_and_tells_the_engine()
    {
        var host = Host(EnforcementLevel.Mandatory, isStrict: true);

        Assert.Equal(
            PropertyMap.Of(("unknown", "violation")),
            PropertyMap.Decode(host.GetAnalyzerInfo().InitialConfig["p"].Properties.Memory));
        AssertFound(host, Rpc.EnforcementLevel.Mandatory, isViolation: true);
    }

    [Fact]
    public void The_configuration_wins_over_the_pack()
    {
        var host = Host(EnforcementLevel.Mandatory, isStrict: true);
        host.Configure("p", settings: PropertyMap.Of(("unknown", "advisory")));

        AssertFound(host, Rpc.EnforcementLevel.Advisory, isViolation: false);
    }

    [Fact]
    public void A_violation_says_below_what_makes_it_known()
    {
        var policy = new PackedPolicy(new TestPolicy("p", _ => Verdict.Unknown("acl")), EnforcementLevel.Mandatory) { UnknownIsViolation = true };
        var host = new PolicyHost(Engine.Pack(policy) with { WhenKnown = (_, _) => "A deployment makes it known." });

        Assert.Equal(
            $"p holds.\n{CannotRun}, and the setting unknown of the policy is violation.\nA deployment makes it known.",
            Assert.Single(host.Analyze(Engine.Request()).Diagnostics).Message);
    }

    [Fact]
    public void Another_word_is_refused() => Assert.Equal(
        ["p: unknown is \"strict\", accepted is one of \"advisory\", \"violation\""],
        Assert.Throws<PolicyPackException>(() =>
            Host(EnforcementLevel.Mandatory, isStrict: false).Configure("p", settings: PropertyMap.Of(("unknown", "strict")))).Problems);

    [Fact]
    public void A_policy_does_not_see_it_among_its_settings()
    {
        var seen = new List<PolicyConfig>();
        var host = Engine.Host(new TestPolicy("p", context =>
        {
            seen.Add(context.Config);
            return Verdict.Compliant;
        }));
        host.Configure("p", settings: PropertyMap.Of(("unknown", "violation")));

        host.Analyze(Engine.Request());

        Assert.True(Assert.Single(seen).Properties.IsEmpty);
    }

    private static PolicyHost Host(EnforcementLevel level, bool isStrict) =>
        Engine.HostOf(new PackedPolicy(new TestPolicy("p", _ => Verdict.Unknown("acl")), level) { UnknownIsViolation = isStrict });

    private static void AssertFound(PolicyHost host, Rpc.EnforcementLevel level, bool isViolation)
    {
        var found = Assert.Single(host.Analyze(Engine.Request()).Diagnostics);
        Assert.Equal(level, found.EnforcementLevel);
        Assert.Equal(isViolation ? $"p holds.\n{CannotRun}, and the setting unknown of the policy is violation." : CannotRun, found.Message);
    }
}
