using Policies.Packs;
using Policies.Tests.Serving;
using Pulumirpc;
using EnforcementLevel = Pulumi.Policy.EnforcementLevel;

namespace Policies.Tests.Pages;

/// <summary>What holds of every policy, shown with the examples of its page: no policy can be added without.</summary>
public class ConventionTests
{
    private static readonly DateTimeOffset LastDay = new(2027, 3, 31, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Policies => PolicyPagesTests.Policies;

    public static TheoryData<string> Remediating =>
        [.. Guardrails.Pack.Policies.Where(CanRemediate).Select(packed => packed.Policy.Info.Name)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_it_refuses_can_be_exempt(string name) => Assert.All(Refused(name), example =>
    {
        var found = Findings(name, example, LastDay);

        Assert.Contains(found, finding => finding.Message.Contains(
            "\nexempt until 2027-03-31, owner: platform, reason: a test\n", StringComparison.Ordinal));
        Assert.All(found, finding => Assert.Equal(Pulumirpc.EnforcementLevel.Advisory, finding.EnforcementLevel));
    });

    [Theory]
    [MemberData(nameof(Policies))]
    public void What_it_refuses_is_refused_again_when_the_exemption_has_expired(string name) => Assert.All(
        Refused(name), example => Assert.Contains(Findings(name, example, LastDay.AddDays(1)), finding =>
            finding.EnforcementLevel == Pulumirpc.EnforcementLevel.Mandatory
            && finding.Message.Contains("\nThe exemption of * expired on 2027-03-31", StringComparison.Ordinal)));

    /// <summary>Whatever is not known yet, it neither fails nor refuses what it accepts.</summary>
    [Theory]
    [MemberData(nameof(Policies))]
    public void What_it_accepts_is_no_violation_where_something_is_not_known_yet(string name) => Assert.All(
        PolicyPage.Examples(PolicyPagesTests.Read(name), PolicyPage.Accepted).SelectMany(example => Unknowns.InProgram(ExampleProgram.Read(example))),
        example => Assert.All(
            PolicyPage.Judge(PolicyPagesTests.Packed(name).Policy, example),
            verdict => Assert.False(verdict.Verdict.IsViolation, $"{verdict.Verdict} of {verdict.Resource?.InputsValue}")));

    /// <summary>A finding that names the property only leaves its reader to guess whether to wait or to change something.</summary>
    [Theory]
    [MemberData(nameof(Policies))]
    public void What_it_cannot_tell_says_what_makes_it_known(string name) => Assert.All(
        PolicyPage.Examples(PolicyPagesTests.Read(name), PolicyPage.CannotTell).Select(ExampleProgram.Read),
        example => Assert.Contains(
            Findings(Host(name, EnforcementLevel.Mandatory), example),
            finding => finding.Message.StartsWith("can't run policy", StringComparison.Ordinal)
                && finding.Message.Split('\n') is [_, .. var answers] && answers.Length > 0));

    [Theory]
    [MemberData(nameof(Remediating))]
    public void What_it_accepts_it_leaves_untouched(string name) => Assert.All(
        PolicyPage.Examples(PolicyPagesTests.Read(name), PolicyPage.Accepted).SelectMany(example => ExampleProgram.Read(example).Resources),
        resource => Assert.Empty(Host(name, EnforcementLevel.Remediate, settings: SettingsOf(name)).Remediate(Requests.Analyze(resource)).Remediations));

    /// <summary>The whole bag comes back: what it does not change is there to the byte, secrets and unknowns too.</summary>
    [Theory]
    [MemberData(nameof(Remediating))]
    public void What_it_repairs_keeps_everything_else(string name)
    {
        var unknown = KeyValuePair.Create("unknownToPolicies", PropertyValue.Unknown);
        var secret = KeyValuePair.Create("secretFromPolicies", PropertyValue.SecretOf("hush-hush"));
        var repaired = 0;
        foreach (var resource in Refused(name).SelectMany(example => example.Resources))
        {
            var given = resource with { Inputs = resource.Inputs.With(unknown.Key, unknown.Value).With(secret.Key, secret.Value) };
            foreach (var remediation in Host(name, EnforcementLevel.Remediate, settings: SettingsOf(name)).Remediate(Requests.Analyze(given)).Remediations)
            {
                var after = PropertyMap.Decode(remediation.Properties.Memory);
                Assert.True(after[unknown.Key].IsUnknown);
                Assert.Equal(secret.Value, after[secret.Key]);
                Assert.DoesNotContain(
                    Host(name, EnforcementLevel.Mandatory, settings: SettingsOf(name)).Analyze(Requests.Analyze(given with { Inputs = after })).Diagnostics,
                    finding => finding.EnforcementLevel == Pulumirpc.EnforcementLevel.Mandatory);
                repaired++;
            }
        }

        Assert.True(repaired > 0, $"{name} repairs nothing of what its page shows as refused.");
    }

    internal static bool CanRemediate(PackedPolicy packed) => packed.Policy is ResourcePolicy { CanRemediate: true };

    /// <summary>What a policy needs to be told before it repairs anything.</summary>
    private static PropertyMap SettingsOf(string name) => name == "cost-tags"
        ? PropertyMap.Of(("values", PropertyMap.Of(
            ("team", "platform"), ("environment", "dev"), ("cost-category", "storage"), ("component", "none"))))
        : default;

    private static IEnumerable<ExampleStack> Refused(string name) =>
        PolicyPage.Examples(PolicyPagesTests.Read(name), PolicyPage.Refused).Select(ExampleProgram.Read);

    /// <summary>What an engine hears of a stack in which everything is exempt from the policy.</summary>
    private static AnalyzeDiagnostic[] Findings(string name, ExampleStack example, DateTimeOffset now) => Findings(
        Host(name, EnforcementLevel.Mandatory, now, PropertyMap.Of(("exemptions", new[]
        {
            PropertyMap.Of(("resource", "*"), ("reason", "a test"), ("owner", "platform"), ("expires", "2027-03-31")),
        }))),
        example);

    private static AnalyzeDiagnostic[] Findings(PolicyHost host, ExampleStack example)
    {
        host.ConfigureStack(new() { Project = example.Stack.Project, Config = { example.Stack.Config } });
        return
        [
            .. example.Resources.SelectMany(resource => host.Analyze(Requests.Analyze(resource)).Diagnostics),
            .. host.AnalyzeStack(new() { Resources = { example.Resources.Select(Requests.InStack) } }).Diagnostics,
        ];
    }

    private static PolicyHost Host(string name, EnforcementLevel level, DateTimeOffset now = default, PropertyMap settings = default)
    {
        var host = new PolicyHost(Guardrails.Pack with { Policies = [PolicyPagesTests.Packed(name)] }, new Clock(now));
        host.Configure(new()
        {
            PolicyConfig =
            {
                [name] = new() { EnforcementLevel = (Pulumirpc.EnforcementLevel)level, Properties = Requests.Bytes(settings) },
            },
        });
        return host;
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
