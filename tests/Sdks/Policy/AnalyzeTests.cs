using Google.Protobuf;
using PropertyValues;
using Pulumi.Policy;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

public class AnalyzeTests
{
    private static readonly PolicyInfo Info = new() { Name = "no-public", Description = "Nothing is public.", Severity = Severity.High };

    [Fact]
    public void A_violation_becomes_a_diagnostic_with_all_it_has()
    {
        var host = Engine.Host(new TestPolicy(Info, context => Verdict.Violation($"{context.Resource.Name} is public.")));

        var answer = host.Analyze(Engine.Request());

        Assert.Equal(
            new Rpc.AnalyzeDiagnostic
            {
                PolicyName = "no-public",
                PolicyPackName = "test-pack",
                PolicyPackVersion = "1.2.3",
                Description = "Nothing is public.",
                Message = "Nothing is public.\nmodels is public.",
                EnforcementLevel = Rpc.EnforcementLevel.Mandatory,
                Urn = Engine.Urn(),
                Severity = Rpc.PolicySeverity.High,
            },
            Assert.Single(answer.Diagnostics));
        Assert.Empty(answer.NotApplicable);
    }

    [Theory]
    [InlineData(EnforcementLevel.Advisory, Rpc.EnforcementLevel.Advisory)]
    [InlineData(EnforcementLevel.Mandatory, Rpc.EnforcementLevel.Mandatory)]
    [InlineData(EnforcementLevel.Remediate, Rpc.EnforcementLevel.Mandatory)]
    public void What_could_not_be_remediated_is_mandatory(EnforcementLevel level, Rpc.EnforcementLevel onTheWire)
    {
        var host = Engine.Host(new TestPolicy(Info, _ => Verdict.Violation("x")), level);

        Assert.Equal(onTheWire, host.Analyze(Engine.Request()).Diagnostics.Single().EnforcementLevel);
    }

    [Fact]
    public void Each_violation_is_a_diagnostic_of_its_own_in_the_order_of_the_pack()
    {
        var host = Engine.HostOf(
            new(new TestPolicy("first", _ => Verdict.All(Verdict.Violation("a"), Verdict.Violation("b"))), EnforcementLevel.Advisory),
            new(new TestPolicy("second", _ => Verdict.Violation("c")), EnforcementLevel.Mandatory));

        Assert.Equal(
            ["first holds.\na", "first holds.\nb", "second holds.\nc"],
            host.Analyze(Engine.Request()).Diagnostics.Select(found => found.Message));
    }

    [Fact]
    public void A_warning_is_advisory_at_every_level_and_violates_nothing()
    {
        var verdict = Verdict.All(Verdict.Compliant, Verdict.Warning("x is unheard of."));

        var found = Assert.Single(Engine.Host(new TestPolicy(Info, _ => verdict)).Analyze(Engine.Request()).Diagnostics);

        Assert.False(verdict.IsViolation || verdict.IsUnknown || verdict.IsCompliant);
        Assert.NotEqual(Verdict.Compliant, verdict);
        Assert.Equal(
            (Rpc.EnforcementLevel.Advisory, "Nothing is public.\nx is unheard of."), (found.EnforcementLevel, found.Message));
    }

    [Fact]
    public void A_compliant_resource_has_an_empty_answer() =>
        Assert.Equal(new Rpc.AnalyzeResponse(), Engine.Host(new TestPolicy("p", _ => Verdict.Compliant)).Analyze(Engine.Request()));

    [Fact]
    public void A_policy_runs_for_its_types_only_and_says_so_of_the_others()
    {
        var host = Engine.HostOf(
            new(
                new TestPolicy("buckets", _ => Verdict.Violation("x"), Engine.Bucket, "aws:s3/bucketV2:BucketV2"),
                EnforcementLevel.Mandatory),
            new(new TestPolicy("everything", _ => Verdict.Violation("y")), EnforcementLevel.Mandatory),
            new(new TestStackPolicy("stack", _ => []), EnforcementLevel.Mandatory));

        var ofBucket = host.Analyze(Engine.Request(type: "aws:s3/bucketV2:BucketV2"));
        var ofTopic = host.Analyze(Engine.Request(type: "aws:sns/topic:Topic"));

        Assert.Equal(["buckets", "everything"], ofBucket.Diagnostics.Select(found => found.PolicyName));
        Assert.Empty(ofBucket.NotApplicable);
        Assert.Equal(["everything"], ofTopic.Diagnostics.Select(found => found.PolicyName));
        Assert.Equal(
            new Rpc.PolicyNotApplicable
            {
                PolicyName = "buckets",
                Reason = "Policy only applies to resources of type 'aws:s3/bucket:Bucket' or 'aws:s3/bucketV2:BucketV2'",
            },
            Assert.Single(ofTopic.NotApplicable));
    }

    [Fact]
    public void A_policy_may_say_that_it_does_not_apply_and_why()
    {
        var host = Engine.Host(new TestPolicy("p", context =>
            context.Resource.Name == "models" ? Verdict.NotApplicable("It is exempt.") : Verdict.Compliant));

        Assert.Equal(
            new Rpc.AnalyzeResponse { NotApplicable = { new Rpc.PolicyNotApplicable { PolicyName = "p", Reason = "It is exempt." } } },
            host.Analyze(Engine.Request()));
        Assert.Empty(host.Analyze(Engine.Request(name: "other")).NotApplicable);
    }

    [Fact]
    public void A_policy_that_throws_is_a_finding_and_the_others_still_run()
    {
        var host = Engine.HostOf(
            new(new TestPolicy("broken", _ => throw new InvalidOperationException("No such thing.")), EnforcementLevel.Mandatory),
            new(new TestPolicy("sound", _ => Verdict.Violation("x")), EnforcementLevel.Advisory));

        var found = host.Analyze(Engine.Request()).Diagnostics;

        Assert.Equal(["broken", "sound"], found.Select(finding => finding.PolicyName));
        Assert.Equal(Rpc.EnforcementLevel.Mandatory, found[0].EnforcementLevel);
        Assert.Equal(
            "policy 'broken' from policy pack 'test-pack@v1.2.3' failed on models (aws:s3/bucket:Bucket): InvalidOperationException: "
            + "No such thing.\nThe fault is the policy's. Until it is corrected, the level of broken can be set to disabled.",
            Engine.WithoutPlace(found[0].Message));
    }

    [Fact]
    public void An_advisory_policy_that_throws_stops_nothing() => Assert.Equal(
        Rpc.EnforcementLevel.Advisory,
        Engine.Host(new TestPolicy("broken", _ => throw new InvalidOperationException()), EnforcementLevel.Advisory)
            .Analyze(Engine.Request()).Diagnostics.Single().EnforcementLevel);

    [Fact]
    public void A_damaged_property_bag_is_a_finding_of_the_policy_that_reads_it()
    {
        var host = Engine.Host(new TestPolicy("p", context => Verdict.Violation($"{context.Resource.Inputs["a"]}")));
        var request = Engine.Request();
        request.Properties = ByteString.CopyFrom(0x0a, 0xff, 0x01);

        Assert.Contains("InvalidDataException", host.Analyze(request).Diagnostics.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_sees_the_whole_resource()
    {
        PolicyResource? seen = null;
        var host = Engine.Host(new TestPolicy("p", context =>
        {
            seen = context.Resource;
            return Verdict.Compliant;
        }));
        var request = Engine.Request(PropertyMap.Of(("bucket", "b"), ("__defaults", new[] { "acl" })));
        request.Options = new()
        {
            Protect = true,
            IgnoreChanges = { "tags" },
            DeleteBeforeReplace = false,
            DeleteBeforeReplaceDefined = true,
            AdditionalSecretOutputs = { "arn" },
            Aliases = { "urn:old" },
            CustomTimeouts = new() { Create = 90, Update = 0, Delete = 0.5, Read = 1 },
            Parent = "urn:parent",
        };
        request.Provider = new()
        {
            Type = "pulumi:providers:aws",
            Name = "default",
            Urn = "urn:provider",
            Properties = Engine.Bytes(PropertyMap.Of(("region", "eu-west-1"))),
        };

        host.Analyze(request);

        Assert.NotNull(seen);
        Assert.Equal((Engine.Bucket, "models", Engine.Urn(), "urn:parent"), (seen.Type, seen.Name, seen.Urn, seen.Parent));
        Assert.Equal(PropertyMap.Of(("bucket", "b")), seen.Inputs);
        Assert.Equal(1, seen.Inputs.Count);
        Assert.Equal((true, false), (seen.Options.Protect, seen.Options.DeleteBeforeReplace));
        Assert.Equal(
            ["tags", "arn", "urn:old"],
            [.. seen.Options.IgnoreChanges, .. seen.Options.AdditionalSecretOutputs, .. seen.Options.Aliases]);
        Assert.Equal(
            (TimeSpan.FromSeconds(90), null, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)),
            (seen.Options.CreateTimeout, seen.Options.UpdateTimeout, seen.Options.DeleteTimeout, seen.Options.ReadTimeout));
        Assert.Equal(
            ("pulumi:providers:aws", "default", "urn:provider", "eu-west-1"),
            (seen.Provider!.Type, seen.Provider.Name, seen.Provider.Urn, seen.Provider.Properties["region"].AsString()));
    }

    [Fact]
    public void What_the_program_did_not_say_is_not_invented()
    {
        PolicyResource? seen = null;
        var host = Engine.Host(new TestPolicy("p", context =>
        {
            seen = context.Resource;
            return Verdict.Compliant;
        }));

        host.Analyze(new() { Type = "ml:storage:ArtifactBucket", Name = "models", Urn = "urn" });

        Assert.Null(seen!.Provider);
        Assert.Equal(ResourceOptions.None, seen.Options);
        Assert.True(seen.Inputs.IsEmpty);
    }

    [Fact]
    public void A_policy_sees_the_stack()
    {
        StackInfo? seen = null;
        var host = Engine.Host(new TestPolicy("p", context =>
        {
            seen = context.Stack;
            return Verdict.Compliant;
        }));

        host.ConfigureStack(new()
        {
            Project = "shop",
            Stack = "dev",
            Organization = "org",
            DryRun = true,
            Config = { ["shop:size"] = "small", ["shop:key"] = "hunter2" },
            ConfigSecretKeys = { "shop:key" },
            Tags = { ["team"] = "ml" },
        });
        host.Analyze(Engine.Request());

        Assert.Equal(("shop", "dev", "org", true), (seen!.Project, seen.Stack, seen.Organization, seen.IsPreview));
        Assert.Equal(("small", "ml"), (seen.Config["shop:size"], seen.Tags["team"]));
        Assert.Equal(["shop:key"], seen.SecretConfigKeys);
    }

    [Fact]
    public void Nothing_is_allocated_for_a_resource_that_no_policy_looks_at()
    {
        var host = Engine.Host(new TestPolicy("buckets", _ => Verdict.Compliant, Engine.Bucket));
        var request = Engine.Request(type: "aws:sns/topic:Topic");
        host.Remediate(request);
        host.Analyze(request);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            host.Remediate(request);
            host.Analyze(request);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
