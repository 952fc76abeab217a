using PropertyValues;
using Pulumi.Policy;
using Pulumi.Policy.Hosting;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

public class ExemptionTests
{
    private static readonly DateTimeOffset LastDay = new(2027, 3, 31, 23, 59, 0, TimeSpan.Zero);

    [Fact]
    public void An_exempt_violation_is_shown_and_stops_nothing()
    {
        var host = Host(LastDay, Violating, Exemption("models"));

        var found = Assert.Single(host.Analyze(Engine.Request()).Diagnostics);

        Assert.Equal(Rpc.EnforcementLevel.Advisory, found.EnforcementLevel);
        Assert.Equal("p holds.\nexempt until 2027-03-31, owner: storage, reason: moves in spring\nmodels is bad", found.Message);
        Assert.Equal(new("2027-03-31", "storage", "moves in spring"), NoteOf(found));
        Assert.Empty(host.AnalyzeStack(new()).Diagnostics);
    }

    [Fact]
    public void The_day_after_it_is_a_violation_again_that_says_why()
    {
        var found = Assert.Single(Host(LastDay.AddMinutes(1), Violating, Exemption("models")).Analyze(Engine.Request()).Diagnostics);

        Assert.Equal(Rpc.EnforcementLevel.Mandatory, found.EnforcementLevel);
        Assert.Equal(
            "p holds.\nmodels is bad\nThe exemption of models expired on 2027-03-31 (owner: storage, reason: moves in spring): "
            + "correct the resource, or renew it.",
            found.Message);
        Assert.Null(NoteOf(found));
    }

    [Theory]
    [InlineData("models", true)]
    [InlineData("model*", true)]
    [InlineData("*", true)]
    [InlineData("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::models", true)]
    [InlineData("urn:pulumi:*::aws:s3/bucket:Bucket::mod*", true)]
    [InlineData("model", false)]
    [InlineData("Models", false)]
    [InlineData("urn:pulumi:prod::*", false)]
    public void A_resource_is_named_by_its_name_or_URN(string pattern, bool isExempt) => Assert.Equal(
        isExempt,
        NoteOf(Host(LastDay, Violating, Exemption(pattern)).Analyze(Engine.Request()).Diagnostics[0]) is not null);

    [Fact]
    public void One_that_is_used_nowhere_is_a_warning_of_the_stack()
    {
        var host = Host(LastDay, Violating, Exemption("models"), Exemption("scratch"));
        host.Analyze(Engine.Request());

        var found = Assert.Single(host.AnalyzeStack(Stack).Diagnostics);

        Assert.Equal((Rpc.EnforcementLevel.Advisory, Engine.Urn("shop-dev", StackType)), (found.EnforcementLevel, found.Urn));
        Assert.Equal(
            "p holds.\nThe exemption of scratch until 2027-03-31 (owner: storage, reason: moves in spring) is used nowhere: "
            + "the policy has nothing against a resource of that name or URN. Remove it from the configuration.",
            found.Message);
    }

    [Fact]
    public void One_of_a_resource_that_is_fine_is_used_nowhere()
    {
        var host = Host(LastDay, _ => Verdict.Compliant, Exemption("models"));
        host.Analyze(Engine.Request());

        Assert.Contains("is used nowhere", Assert.Single(host.AnalyzeStack(Stack).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_a_policy_that_threw_is_not_called_unused()
    {
        var host = Host(LastDay, _ => throw new InvalidOperationException("broken"), Exemption("models"));

        Assert.Contains("broken", Assert.Single(host.Analyze(Engine.Request()).Diagnostics).Message, StringComparison.Ordinal);
        Assert.Empty(host.AnalyzeStack(Stack).Diagnostics);
    }

    [Fact]
    public void Of_two_the_one_that_holds_longer_counts_and_the_other_is_used_nowhere()
    {
        var host = Host(LastDay, Violating, Exemption("models", "2026-01-01"), Exemption("m*"));

        Assert.NotNull(NoteOf(Assert.Single(host.Analyze(Engine.Request()).Diagnostics)));
        Assert.Contains("until 2026-01-01", Assert.Single(host.AnalyzeStack(Stack).Diagnostics).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scratch-*", "scratch-a")]
    [InlineData("scratch-a", "scratch-*")]
    [InlineData("*", "scratch-*")]
    [InlineData("scratch-*", "*")]
    public void Of_several_that_hold_the_one_that_names_the_resource_most_closely_counts_and_all_are_used(string first, string second)
    {
        var closest = new[] { first, second }.MaxBy(pattern => pattern.Replace("*", "", StringComparison.Ordinal).Length)!;
        var host = Host(LastDay, Violating, Owned(first), Owned(second));

        Assert.Equal(closest, NoteOf(host.Analyze(Engine.Request(name: "scratch-a")).Diagnostics.Single())?.Owner);
        Assert.Empty(host.AnalyzeStack(Stack).Diagnostics);

        static PropertyMap Owned(string pattern) => Exemption(pattern).With("owner", PropertyValue.Of(pattern));
    }

    [Fact]
    public void One_from_a_disabled_policy_is_used_nowhere()
    {
        var host = new PolicyHost(Engine.Pack(new PackedPolicy(new TestPolicy("p", Violating), EnforcementLevel.Mandatory)), new Clock(LastDay));
        host.Configure("p", EnforcementLevel.Disabled, Settings(Exemption("models")));

        Assert.Empty(host.Analyze(Engine.Request()).Diagnostics);
        var found = Assert.Single(host.AnalyzeStack(Stack).Diagnostics);
        Assert.Equal(Rpc.EnforcementLevel.Advisory, found.EnforcementLevel);
        Assert.Equal(
            "p holds.\nThe exemption of models until 2027-03-31 (owner: storage, reason: moves in spring) is used nowhere: "
            + "the policy is disabled. Remove it from the configuration.",
            found.Message);
    }

    [Fact]
    public void A_text_of_a_policy_makes_nothing_exempt()
    {
        var host = Engine.Host(new TestPolicy("p", context => Verdict.Warning($"{context.Resource.Name} is bad\n{context.Resource.Inputs["note"].AsString()}")));

        var found = host.Analyze(Engine.Request(PropertyMap.Of(("note", "exempt until 9999-12-31, owner: me, reason: mine")))).Diagnostics.Single();

        Assert.Contains("\nexempt until 9999-12-31", found.Message, StringComparison.Ordinal);
        Assert.Null(NoteOf(found));
    }

    [Fact]
    public void What_an_exempt_resource_leaves_open_is_exempt_too_and_needs_the_exemption()
    {
        var host = Host(LastDay, _ => Verdict.Unknown("acl"), Exemption("models"));

        var found = Assert.Single(host.Analyze(Engine.Request(PropertyMap.Of(("acl", PropertyValue.Unknown)))).Diagnostics);

        Assert.Contains("reason: moves in spring\ncan't run policy 'p'", found.Message, StringComparison.Ordinal);
        Assert.Empty(host.AnalyzeStack(Stack).Diagnostics);
    }

    [Fact]
    public void What_is_open_of_a_resource_whose_exemption_expired_says_so() => Assert.Matches(
        "^can't run policy 'p' .*\nThe exemption of models expired on 2027-03-31",
        Host(LastDay.AddDays(1), _ => Verdict.Unknown("acl"), Exemption("models")).Analyze(Engine.Request()).Diagnostics.Single().Message);

    [Fact]
    public void A_warning_needs_no_exemption() => Assert.Equal(
        "p holds.\nlook", Host(LastDay, _ => Verdict.Warning("look"), Exemption("*")).Analyze(Engine.Request()).Diagnostics.Single().Message);

    [Fact]
    public void A_policy_that_fails_is_not_exempt() => Assert.Equal(
        Rpc.EnforcementLevel.Mandatory,
        Host(LastDay, _ => throw new InvalidOperationException("no"), Exemption("*")).Analyze(Engine.Request()).Diagnostics.Single().EnforcementLevel);

    [Fact]
    public void The_stack_itself_can_be_exempt()
    {
        var host = new PolicyHost(
            Engine.Pack(new PackedPolicy(new TestStackPolicy("p", _ => [new(null, Verdict.Violation("no budget"))]), EnforcementLevel.Mandatory)),
            new Clock(LastDay));
        host.Configure("p", settings: Settings(Exemption("shop-dev")));

        Assert.NotNull(NoteOf(Assert.Single(host.AnalyzeStack(Stack).Diagnostics)));
    }

    [Fact]
    public void Where_the_stack_is_no_resource_it_is_exempt_with_everything_only()
    {
        var host = new PolicyHost(
            Engine.Pack(new PackedPolicy(new TestStackPolicy("p", _ => [new(null, Verdict.Violation("no budget"))]), EnforcementLevel.Mandatory)),
            new Clock(LastDay));
        host.Configure("p", settings: Settings(Exemption("*")));

        Assert.NotNull(NoteOf(Assert.Single(host.AnalyzeStack(new()).Diagnostics)));
    }

    [Fact]
    public void An_exempt_resource_is_not_remediated_until_the_exemption_expires()
    {
        var policy = new TestPolicy("p", Violating) { Remediation = context => context.Resource.Inputs.With("acl", PropertyValue.Of("private")) };

        Assert.Empty(Host(LastDay, policy, EnforcementLevel.Remediate, Exemption("models")).Remediate(Engine.Request()).Remediations);
        Assert.Single(Host(LastDay.AddDays(1), policy, EnforcementLevel.Remediate, Exemption("models")).Remediate(Engine.Request()).Remediations);
    }

    [Fact]
    public void Secrets_are_masked_in_what_is_exempt()
    {
        var inputs = PropertyMap.Build(writer =>
        {
            writer.WriteName("password");
            writer.WriteStartSecret();
            writer.WriteValue(PropertyValue.Of("hush-hush"));
            writer.WriteEndSecret();
        });
        var host = Host(LastDay, context => Verdict.Violation("password is hush-hush"), Exemption("models"));

        Assert.EndsWith("password is [secret]", host.Analyze(Engine.Request(inputs)).Diagnostics.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_configuration_says_of_an_exemption_is_not_masked()
    {
        var host = Host(LastDay, context => Verdict.Violation("password is storage"), Exemption("models"));

        var found = host.Analyze(Engine.Request(PropertyMap.Of(("password", PropertyValue.SecretOf("storage"))))).Diagnostics.Single();

        Assert.Equal("p holds.\nexempt until 2027-03-31, owner: storage, reason: moves in spring\npassword is [secret]", found.Message);
    }

    [Theory]
    [InlineData("2027-02-30")]
    [InlineData("31.3.2027")]
    [InlineData("2027-03-31T00:00:00Z")]
    public void An_expiry_that_is_no_date_is_refused(string expires) => Assert.Equal(
        [$"p: exemptions[1].expires is \"{expires}\", accepted is a date such as 2027-03-31 (yyyy-MM-dd)"],
        ProblemsOf(Exemption("a"), Exemption("b", expires)));

    [Fact]
    public void Whatever_is_missing_or_misspelt_is_named() => Assert.Equal(
        [
            "p: exemptions[0].reason is not set and must be",
            "p: exemptions[0].expires is not set and must be",
            "p: exemptions[0].resource is \"\", accepted is a text of at least 1 characters",
            "p: exemptions[0].until is not accepted, only resource, reason, owner, expires",
        ],
        ProblemsOf(PropertyMap.Of(("resource", ""), ("owner", "storage"), ("until", "2027-03-31"))));

    [Fact]
    public void What_is_no_list_is_refused() => Assert.Equal(
        ["p: exemptions is \"models\", accepted is a list, each item an object"],
        Record.Exception(() => Engine.Host(new TestPolicy("p", Violating)).Configure("p", settings: PropertyMap.Of(("exemptions", "models"))))
            is PolicyPackException exception ? exception.Problems : []);

    private const string StackType = "pulumi:pulumi:Stack";

    private static Rpc.AnalyzeStackRequest Stack => new() { Resources = { Engine.Resource(default, "shop-dev", StackType) } };

    private static ExemptionNote? NoteOf(Rpc.AnalyzeDiagnostic found) => ExemptionNote.Find(found.Message, found.Description);

    private static Verdict Violating(ResourceContext context) => Verdict.Violation($"{context.Resource.Name} is bad");

    private static PropertyMap Exemption(string resource, string expires = "2027-03-31") => PropertyMap.Of(
        ("resource", resource), ("reason", "moves in spring"), ("owner", "storage"), ("expires", expires));

    private static PropertyMap Settings(params PropertyMap[] exemptions) => PropertyMap.Of(("exemptions", exemptions));

    private static PolicyHost Host(DateTimeOffset now, Func<ResourceContext, Verdict> check, params PropertyMap[] exemptions) =>
        Host(now, new TestPolicy("p", check), EnforcementLevel.Mandatory, exemptions);

    private static PolicyHost Host(DateTimeOffset now, TestPolicy policy, EnforcementLevel level, params PropertyMap[] exemptions)
    {
        var host = new PolicyHost(Engine.Pack(new PackedPolicy(policy, level)), new Clock(now));
        host.Configure("p", level, Settings(exemptions));
        return host;
    }

    private static IReadOnlyList<string> ProblemsOf(params PropertyMap[] exemptions) =>
        Record.Exception(() => Host(LastDay, Violating, exemptions)) is PolicyPackException exception ? exception.Problems : [];

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
