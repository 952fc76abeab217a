using Preview.Engine;
using Preview.Policies;
using Preview.Tests.Builders;
using Pulumirpc;
using static Preview.Tests.Builders.EngineUnderTest;

namespace Preview.Tests.Engine;

public class PolicyOrderTests
{
    [Fact]
    public async Task A_pack_is_greeted_configured_and_then_asked_about_one_resource_after_the_other()
    {
        var pack = new FakePack();
        var engine = await StartAsync(null, pack);

        await engine.RegisterAsync(Custom(BucketType, "data"));
        await engine.Policies.AnalyzeStackAsync(engine.State.Resources, StackUrn);

        Assert.Equal(
            [
                "handshake", "configure stack", "info", "configure",
                "remediate shop-dev", "analyze shop-dev",
                "remediate default_7_48_0", "analyze default_7_48_0",
                "remediate data", "analyze data",
                "analyze stack",
            ],
            pack.Calls);
    }

    [Fact]
    public async Task Registrations_that_come_at_once_are_judged_one_at_a_time()
    {
        var pack = new FakePack();
        var engine = await StartAsync(null, pack);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => engine.RegisterAsync(Custom(BucketType, $"data-{i}"))));

        var calls = pack.Calls.SkipWhile(call => call != "analyze default_7_48_0").Skip(1).Chunk(2).ToArray();
        Assert.Equal(20, calls.Length);
        Assert.All(calls, pair => Assert.Equal(pair[0].Replace("remediate", "analyze", StringComparison.Ordinal), pair[1]));
    }

    [Fact]
    public async Task Remediation_sees_the_bookkeeping_of_the_provider_and_analysis_does_not()
    {
        var pack = new FakePack();
        var engine = await StartAsync(null, pack);

        await engine.RegisterAsync(Custom(BucketType, "data"));

        Assert.Contains("__defaults", PropertyMap.Decode(pack.Remediated[^1].Properties.Memory).WithInternal.Names());
        Assert.DoesNotContain("__defaults", PropertyMap.Decode(pack.Analyzed[^1].Properties.Memory).WithInternal.Names());
    }

    /// <summary>The real engine tells of the alias by which it found a resource in the state; there is no state here.</summary>
    [Fact]
    public async Task A_pack_is_told_of_no_alias_that_nothing_was_found_by()
    {
        var pack = new FakePack();
        var engine = await StartAsync(null, pack);
        var request = Custom(BucketType, "data");
        request.Aliases.Add(new Alias { Spec = new() { Name = "old-data" } });

        await engine.RegisterAsync(request);
        await engine.Policies.AnalyzeStackAsync(engine.State.Resources, StackUrn);

        Assert.Empty(pack.Remediated[^1].Options.Aliases);
        Assert.Empty(pack.Analyzed[^1].Options.Aliases);
        Assert.Empty(pack.Stack[^1].Options.Aliases);
    }

    [Fact]
    public async Task A_remediated_input_is_what_analysis_and_the_program_see()
    {
        var pack = new FakePack
        {
            Remediate = request => request.Type != BucketType ? null : new()
            {
                PolicyName = "private-buckets",
                Properties = Bytes(PropertyMap.Decode(request.Properties.Memory).With("acl", PropertyValue.Of("private"))),
            },
        };
        var engine = await StartAsync(null, pack);

        var outputs = await engine.OutputsOfAsync(Custom(BucketType, "data", ("forceDestroy", true)));

        Assert.Equal("private", outputs["acl"].AsString());
        Assert.True(outputs["forceDestroy"].AsBool());
        Assert.Equal("private", PropertyMap.Decode(pack.Analyzed[^1].Properties.Memory)["acl"].AsString());
        var applied = Assert.Single(engine.Policies.Remediations);
        Assert.True(applied.Before["acl"].IsMissing);
        Assert.Equal("private", applied.After["acl"].AsString());
    }

    [Fact]
    public async Task A_second_pack_remediates_what_the_first_has_left()
    {
        static FakePack Adding(string tag) => new()
        {
            Remediate = request => request.Type != BucketType ? null : new()
            {
                PolicyName = tag,
                Properties = Bytes(PropertyMap.Decode(request.Properties.Memory) is var inputs
                    ? inputs.With("tags", inputs["tags"].With(tag, PropertyValue.Of("x")))
                    : default),
            },
        };
        var engine = await StartAsync(null, Adding("first"), Adding("second"));

        var outputs = await engine.OutputsOfAsync(Custom(BucketType, "data"));

        Assert.Equal(PropertyMap.Of(("first", "x"), ("second", "x")), outputs["tags"].Members);
    }

    [Fact]
    public async Task A_remediation_that_could_not_run_changes_nothing_and_is_a_finding()
    {
        var pack = new FakePack
        {
            Remediate = request => request.Type != BucketType ? null : new()
            {
                PolicyName = "private-buckets",
                Diagnostic = "can't run remediation 'private-buckets' from policy pack 'fake@v1.0.0' during preview: string value at .acl can't be known during preview",
            },
        };
        var engine = await StartAsync(null, pack);

        var outputs = await engine.OutputsOfAsync(Custom(BucketType, "data", ("forceDestroy", true)));

        Assert.True(outputs["forceDestroy"].AsBool());
        Assert.Empty(engine.Policies.Remediations);
        Assert.Equal(FindingKind.CannotTellYet, Assert.Single(engine.Policies.Findings).Kind);
    }

    [Fact]
    public async Task A_mandatory_violation_does_not_keep_the_preview_from_going_on()
    {
        var pack = new FakePack { Analyze = request => request.Type == BucketType ? Violation(EnforcementLevel.Mandatory) : null };
        var engine = await StartAsync(null, pack);

        var response = await engine.RegisterAsync(Custom(BucketType, "data"));

        Assert.Equal(Result.Success, response.Result);
        var finding = Assert.Single(engine.Policies.Findings);
        Assert.Equal((FindingKind.Mandatory, response.Urn, PolicySeverity.High), (finding.Kind, finding.Urn, finding.Severity));
        Assert.False(engine.State.HasFailed);
    }

    [Fact]
    public async Task A_violation_that_could_not_be_remediated_is_mandatory()
    {
        var pack = new FakePack { Analyze = request => request.Type == BucketType ? Violation(EnforcementLevel.Remediate) : null };
        var engine = await StartAsync(null, pack);

        await engine.RegisterAsync(Custom(BucketType, "data"));

        Assert.Equal(FindingKind.Mandatory, Assert.Single(engine.Policies.Findings).Kind);
    }

    [Fact]
    public async Task A_policy_that_met_an_unknown_cannot_tell_yet()
    {
        var diagnostic = Violation(EnforcementLevel.Advisory);
        diagnostic.Message = "can't run policy 'no-big-things' from policy pack 'fake@v1.0.0' during preview: string value at .size can't be known during preview";
        var engine = await StartAsync(null, new FakePack { Analyze = request => request.Type == BucketType ? diagnostic : null });

        await engine.RegisterAsync(Custom(BucketType, "data"));

        Assert.Equal(FindingKind.CannotTellYet, Assert.Single(engine.Policies.Findings).Kind);
    }

    [Fact]
    public async Task Stack_policies_see_outputs_dependencies_and_providers_but_nothing_that_is_only_read()
    {
        var pack = new FakePack();
        var engine = await StartAsync(null, pack);
        var bucket = (await engine.RegisterAsync(Custom(BucketType, "data"))).Urn;
        await engine.Engine.ReadResourceAsync(new() { Type = BucketType, Name = "other", Id = "other", Parent = StackUrn, Version = "7.48.0" }, default);
        engine.Engine.RegisterResourceOutputs(new() { Urn = StackUrn, Outputs = Bytes(PropertyMap.Of(("name", "x"))) });

        await engine.Policies.AnalyzeStackAsync(engine.State.Resources, StackUrn);

        Assert.Equal(["data", "default_7_48_0", "shop-dev"], pack.Stack.Select(resource => resource.Name).Order());
        var seen = pack.Stack.Single(resource => resource.Urn == bucket);
        Assert.True(PropertyMap.Decode(seen.Properties.Memory)["arn"].IsUnknown);
        Assert.Equal("pulumi:providers:aws", seen.Provider.Type);
        Assert.Equal(StackUrn, seen.Parent);
        Assert.Equal("x", PropertyMap.Decode(pack.Stack.Single(resource => resource.Urn == StackUrn).Properties.Memory)["name"].AsString());
    }

    [Fact]
    public async Task A_finding_about_an_unknown_resource_is_one_about_the_stack()
    {
        var diagnostic = Violation(EnforcementLevel.Advisory);
        diagnostic.Urn = "urn:pulumi:dev::shop::acme:ml:Nobody::x";
        var engine = await StartAsync(null, new FakePack { AnalyzeStack = _ => diagnostic });

        await engine.Policies.AnalyzeStackAsync(engine.State.Resources, StackUrn);

        Assert.Equal(StackUrn, Assert.Single(engine.Policies.Findings).Urn);
    }

    [Fact]
    public async Task A_reference_to_a_resource_reaches_policies_as_its_id()
    {
        var pack = new FakePack();
        var engine = await StartAsync(null, pack);
        var reference = PropertyMap.Of((Sentinels.SignatureKey, Sentinels.Resource), ("urn", StackUrn), ("id", ""));
        var component = PropertyMap.Of((Sentinels.SignatureKey, Sentinels.Resource), ("urn", StackUrn));

        await engine.RegisterAsync(Component("acme:ml:Studio", "main", ("custom", reference), ("component", component)));

        var seen = PropertyMap.Decode(pack.Analyzed[^1].Properties.Memory);
        Assert.True(seen["custom"].IsUnknown);
        Assert.Equal(StackUrn, seen["component"].AsString());
    }

    [Fact]
    public async Task A_pack_that_fails_ends_the_run()
    {
        var pack = new FakePack { Analyze = request => request.Name == "data" ? throw new PolicyPackFailedException("fake", "failed: boom") : null };
        var engine = await StartAsync(null, pack);

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => engine.RegisterAsync(Custom(BucketType, "data")));

        Assert.Equal(Refusal.Ended, refusal.Refusal);
        Assert.Equal("The policy pack fake failed: boom", await engine.Policies.Failure);
    }

    private static AnalyzeDiagnostic Violation(EnforcementLevel level) => new()
    {
        PolicyName = "no-big-things",
        PolicyPackName = "fake",
        Message = "Things are small.\ndata is big",
        EnforcementLevel = level,
    };
}
