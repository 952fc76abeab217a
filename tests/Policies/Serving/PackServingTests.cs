using Grpc.Core;
using Policies.Packs;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;
using Level = Pulumirpc.EnforcementLevel;

namespace Policies.Tests.Serving;

/// <summary>The pack over gRPC, driven by a client that plays the engine.</summary>
public class PackServingTests
{
    private static readonly Dictionary<string, Known<string>> CostTags = new()
    {
        ["team"] = "ml-platform",
        ["environment"] = "dev",
        ["cost-category"] = "training",
        ["component"] = "trainer",
    };

    private static readonly PolicyResource OnDemand = Resource("on-demand", new TrainingJobProps
    {
        ResourceConfig = new() { InstanceType = "ml.p4d.24xlarge", InstanceCount = 1 },
        StoppingCondition = new() { MaxRuntimeInSeconds = 3600 },
        Tags = CostTags,
    });

    private static readonly PolicyResource NotKnownYet = Resource("not-known-yet", new NotebookInstanceProps
    {
        InstanceType = Known<string>.Unknown,
        LifecycleConfigName = "stops-when-idle",
        Tags = CostTags,
    });

    private static readonly PolicyResource Forgotten = Resource("forgotten", new BucketProps
    {
        BucketName = "forgotten-1a2b3c4",
        Tags = CostTags,
    });

    private static readonly Engine Engine = new([OnDemand, NotKnownYet, Forgotten]);

    [Fact]
    public async Task A_process_answers_from_handshake_to_cancel_and_ends()
    {
        using var pack = await PackProcess.StartAsync();

        var record = await Engine.PreviewAsync(pack);
        var end = await pack.CancelAsync();

        Assert.Equal((0, "", ""), end);
        Assert.Equal(
            ["no-oversized-instances", "spot-training-required"],
            record.Findings["on-demand"].Diagnostics.Select(diagnostic => diagnostic.PolicyName));
        Assert.All(record.Findings["on-demand"].Diagnostics, diagnostic => Assert.Equal(Level.Mandatory, diagnostic.EnforcementLevel));
        Assert.Equal(
            [("no-oversized-instances", Level.Advisory), ("no-previous-generation", Level.Advisory)],
            record.Findings["not-known-yet"].Diagnostics.Select(diagnostic => (diagnostic.PolicyName, diagnostic.EnforcementLevel)));
        Assert.Empty(record.Findings["forgotten"].Diagnostics);
        Assert.Equal(
            [("bucket-lifecycle-required", Forgotten.Urn), ("budget-present", "")],
            record.StackFindings.Diagnostics.Select(diagnostic => (diagnostic.PolicyName, diagnostic.Urn)));
    }

    [Fact]
    public async Task A_process_and_the_pack_in_this_process_answer_alike()
    {
        using var process = await PackProcess.StartAsync();

        var overGrpc = await Engine.PreviewAsync(process);
        var inProcess = await Engine.PreviewAsync(new PackInProcess(new(Guardrails.Pack)));

        Assert.Equal(inProcess.Plugin, overGrpc.Plugin);
        Assert.Equal(inProcess.Info, overGrpc.Info);
        Assert.Equal(inProcess.Findings, overGrpc.Findings);
        Assert.Equal(inProcess.StackFindings, overGrpc.StackFindings);
        await process.CancelAsync();
    }

    [Fact]
    public async Task Settings_of_a_stack_reach_the_policies()
    {
        var engine = Engine with
        {
            Configuration = new Dictionary<string, Pulumirpc.PolicyConfig>
            {
                ["no-oversized-instances"] = new()
                {
                    EnforcementLevel = Level.Mandatory,
                    Properties = Requests.Bytes(PropertyMap.Of(("trainingTypes", (string[])["ml.p4d.*"]))),
                },
                ["spot-training-required"] = new() { EnforcementLevel = Level.Advisory, Properties = Requests.Bytes(PropertyMap.Empty) },
                ["bucket-lifecycle-required"] = new() { EnforcementLevel = Level.Disabled, Properties = Requests.Bytes(PropertyMap.Empty) },
            },
        };

        var record = await engine.PreviewAsync(new PackInProcess(new(Guardrails.Pack)));

        var finding = Assert.Single(record.Findings["on-demand"].Diagnostics);
        Assert.Equal(("spot-training-required", Level.Advisory), (finding.PolicyName, finding.EnforcementLevel));
        Assert.Equal(["budget-present"], record.StackFindings.Diagnostics.Select(diagnostic => diagnostic.PolicyName));
    }

    [Fact]
    public async Task Settings_that_are_wrong_are_refused_with_what_is_accepted()
    {
        using var pack = await PackProcess.StartAsync();
        var engine = Engine with
        {
            Configuration = new Dictionary<string, Pulumirpc.PolicyConfig>
            {
                ["spot-training-required"] = new()
                {
                    EnforcementLevel = Level.Mandatory,
                    Properties = Requests.Bytes(PropertyMap.Of(("onDemandTypes", "ml.m5.large"))),
                },
            },
        };

        var refusal = await Assert.ThrowsAsync<RpcException>(() => engine.PreviewAsync(pack));

        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Contains(
            "spot-training-required: onDemandTypes is \"ml.m5.large\", accepted is a list, each item a text",
            refusal.Status.Detail);
    }

    private static PolicyResource Resource<TView>(string name, TView inputs)
        where TView : struct, IResourceView<TView>
    {
        var resource = PolicyTest.Resource(TView.ResourceType, inputs.ToProperty().Members, name);
        return resource with { Outputs = resource.Inputs.With("lifecycleRules", PropertyValue.Unknown) };
    }
}
