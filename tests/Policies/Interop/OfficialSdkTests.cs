using Interop;
using Policies.Tests.Serving;
using Pulumirpc;
using Level = Pulumirpc.EnforcementLevel;

namespace Policies.Tests.Interop;

/// <summary>
/// Eight policies written with Pulumi's own SDK (tests/interop/pack) and with ours (tests/PeerPack) give equal answers on the same
/// resources, each pack a process behind gRPC.
/// </summary>
/// <remarks>
/// What is not compared: the reasons why a policy does not apply, which are worded differently; and of what a stack policy could not
/// tell, the resource: ours names it, theirs does not.
/// </remarks>
public sealed class OfficialSdkTests : IAsyncLifetime
{
    private const int Count = 1000;
    private const int Seed = 20260824;

    private static readonly IReadOnlyList<GeneratedResource> Resources = GeneratedResources.Make(Count, Seed);

    private static readonly Dictionary<string, Pulumirpc.PolicyConfig> Configured = new()
    {
        ["buckets-are-private"] = Setting(Level.Advisory),
        ["notebooks-are-small"] = Setting(Level.Remediate, ("instanceTypes", (string[])["ml.p3.2xlarge"]), ("largestVolume", 100)),
        ["variants-are-few"] = Setting(Level.Mandatory),
        ["shells-are-closed"] = Setting(Level.Disabled),
        ["log-groups-expire"] = Setting(Level.Mandatory),
        ["owners-are-named"] = Setting(Level.Remediate, ("owner", "ml-platform")),
        ["buckets-block-access"] = Setting(Level.Advisory, ("most", 5000)),
    };

    private PackProcess theirs = null!;
    private PackProcess ours = null!;

    public static TheoryData<bool> Configurations => [false, true];

    public async Task InitializeAsync()
    {
        if (NodePack.WhyNot() is null)
        {
            theirs = await PackProcess.StartAsync(engine => NodePack.Start(NodePack.Examples, engine));
            ours = await PackProcess.StartAsync("PeerPack.dll");
        }
    }

    public Task DisposeAsync()
    {
        theirs?.Dispose();
        ours?.Dispose();
        return Task.CompletedTask;
    }

    [SkippableFact]
    public async Task Both_packs_say_the_same_of_themselves()
    {
        NodeTools.Require();

        var (expected, found) = (await StartAsync(theirs, configured: false), await StartAsync(ours, configured: false));

        // Ours spells out what an engine assumes where theirs says nothing: the level and settings of each policy, and its name.
        found.InitialConfig.Clear();
        foreach (var policy in expected.Policies.Where(policy => policy.DisplayName.Length == 0))
        {
            policy.DisplayName = policy.Name;
        }

        Assert.Equal(expected.Policies.Select(WithoutSchema), found.Policies.Select(WithoutSchema));
        Assert.Equal(expected.Policies.Select(SchemaOf), found.Policies.Select(SchemaOf));
        Assert.Equal((expected.Name, expected.DisplayName, expected.Version), (found.Name, found.DisplayName, found.Version));
        Assert.Equal((expected.Description, expected.SupportsConfig), (found.Description, found.SupportsConfig));
    }

    [SkippableTheory]
    [MemberData(nameof(Configurations))]
    public async Task Both_packs_say_the_same_of_each_resource(bool configured)
    {
        NodeTools.Require();
        await StartAsync(theirs, configured);
        await StartAsync(ours, configured);

        var expected = await new PeerEngine(theirs).PreviewAsync(Resources);
        var found = await new PeerEngine(ours).PreviewAsync(Resources);

        Assert.All(Enumerable.Range(0, Count), index => AssertEqual(Resources[index], expected[index], found[index]));
        AssertTellsApart(expected, configured);
    }

    [SkippableTheory]
    [MemberData(nameof(Configurations))]
    public async Task Both_packs_say_the_same_of_the_stack(bool configured)
    {
        NodeTools.Require();
        await StartAsync(theirs, configured);
        await StartAsync(ours, configured);
        var undecided = new GeneratedResource("aws:s3/bucket:Bucket", "undecided", new() { ["bucket"] = GeneratedResources.UnknownText });
        GeneratedResource[] stack = [.. Resources, undecided];

        var expected = await new PeerEngine(theirs).AnalyzeStackAsync(stack);
        var found = await new PeerEngine(ours).AnalyzeStackAsync(stack);

        var unknown = found.Diagnostics[^1];
        Assert.Equal(undecided.Urn, unknown.Urn);
        unknown.Urn = "";
        Assert.Equal(expected.Diagnostics, found.Diagnostics);
        Assert.Contains(expected.Diagnostics, diagnostic => diagnostic.Urn.Length > 0);
        Assert.Equal(!configured, expected.Diagnostics.Any(diagnostic => diagnostic.Message.Contains("accepted are 20", StringComparison.Ordinal)));
    }

    private static async Task<AnalyzerInfo> StartAsync(PackProcess pack, bool configured) =>
        await new PeerEngine(pack).StartAsync(configured ? Configured : []);

    private static void AssertEqual(GeneratedResource resource, Answers expected, Answers found)
    {
        // An engine takes the diagnostics of a resource to be of that resource, whatever they say themselves.
        foreach (var diagnostic in expected.Analysis.Diagnostics)
        {
            Assert.Empty(diagnostic.Urn);
            diagnostic.Urn = resource.Urn;
        }

        Assert.Equal(expected.Analysis.Diagnostics, found.Analysis.Diagnostics);
        Assert.Equal(Names(expected.Analysis.NotApplicable), Names(found.Analysis.NotApplicable));
        Assert.Equal(Names(expected.Remediation.NotApplicable), Names(found.Remediation.NotApplicable));
        Assert.Equal(expected.Remediation.Remediations.Select(WithoutProperties), found.Remediation.Remediations.Select(WithoutProperties));
        Assert.Equal(
            expected.Remediation.Remediations.Select(remediation => PeerEngine.Properties(remediation.Properties)),
            found.Remediation.Remediations.Select(remediation => PeerEngine.Properties(remediation.Properties)));
    }

    /// <summary>The resources make each policy say each kind of thing that it can: two packs that say nothing are equal too.</summary>
    private static void AssertTellsApart(IReadOnlyList<Answers> answers, bool configured)
    {
        var diagnostics = answers.SelectMany(answer => answer.Analysis.Diagnostics).ToArray();
        var violated = diagnostics.Where(diagnostic => !IsUnknown(diagnostic.Message)).Select(diagnostic => diagnostic.PolicyName).Distinct();
        var undecided = diagnostics.Where(diagnostic => IsUnknown(diagnostic.Message)).Select(diagnostic => diagnostic.PolicyName).Distinct();
        var remediations = answers.SelectMany(answer => answer.Remediation.Remediations).ToArray();
        string[] remedied = ["log-groups-expire", "owners-are-named"];
        string[] judged = ["buckets-are-private", "notebooks-are-small", "parameters-are-strong", "variants-are-few"];
        AssertSame([.. judged, configured ? "log-groups-expire" : "shells-are-closed"], violated);
        AssertSame(configured ? [.. judged, .. remedied] : [.. judged, .. remedied, "shells-are-closed"], undecided);
        AssertSame(
            configured ? remedied[1..] : remedied,
            remediations.Where(remediation => remediation.Diagnostic.Length == 0).Select(remediation => remediation.PolicyName).Distinct());
        Assert.Contains(remediations, remediation => IsUnknown(remediation.Diagnostic));
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> found) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));

    private static bool IsUnknown(string message) => message.StartsWith("can't run ", StringComparison.Ordinal);

    private static IEnumerable<string> Names(IEnumerable<PolicyNotApplicable> notApplicable) =>
        notApplicable.Select(one => one.PolicyName).Order(StringComparer.Ordinal);

    private static Remediation WithoutProperties(Remediation remediation)
    {
        var rest = remediation.Clone();
        rest.Properties = Google.Protobuf.ByteString.Empty;
        return rest;
    }

    private static Pulumirpc.PolicyInfo WithoutSchema(Pulumirpc.PolicyInfo policy)
    {
        var rest = policy.Clone();
        rest.ConfigSchema = null;
        return rest;
    }

    /// <summary>The settings of a policy's own; ours also says which ones every policy has.</summary>
    private static Google.Protobuf.WellKnownTypes.Struct SchemaOf(Pulumirpc.PolicyInfo policy)
    {
        var schema = policy.ConfigSchema is { } own ? PeerEngine.Properties(own.Properties) : new();
        schema.Fields.Remove("unknown");
        schema.Fields.Remove("exemptions");
        return schema;
    }

    private static Pulumirpc.PolicyConfig Setting(Level level, params (string Name, object? Value)[] settings) => new()
    {
        EnforcementLevel = level,
        Properties = Requests.Bytes(PropertyMap.Of(settings)),
    };
}
