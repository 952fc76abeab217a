using Grpc.Net.Client;
using PropertyValues;
using Pulumi.Policy;
using Pulumi.Policy.Serving;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

/// <summary>Every field that an engine sends reaches a policy, and every field of the answers an engine, over real gRPC.</summary>
public sealed class WireTests : IAsyncLifetime
{
    private readonly List<ResourceContext> seen = [];
    private readonly List<StackContext> seenStacks = [];
    private AnalyzerServer? server;
    private GrpcChannel? channel;

    private Rpc.Analyzer.AnalyzerClient Client => new(channel);

    public async Task InitializeAsync()
    {
        var policy = new TestPolicy("p", context =>
        {
            seen.Add(context);
            return context.Resource.Name == "other" ? Verdict.NotApplicable("It is another.") : Verdict.Compliant;
        })
        {
            Remediation = context =>
            {
                seen.Add(context);
                return null;
            },
        };
        var whole = new TestStackPolicy("whole", context =>
        {
            seenStacks.Add(context);
            return [];
        });
        server = await AnalyzerServer.StartAsync(
            Engine.HostOf(new(policy, EnforcementLevel.Remediate), new(whole, EnforcementLevel.Mandatory)));
        channel = GrpcChannel.ForAddress($"http://127.0.0.1:{server.Port}");
    }

    public Task DisposeAsync()
    {
        channel?.Dispose();
        server?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Of_the_stack()
    {
        await Client.HandshakeAsync(new() { EngineAddress = "127.0.0.1:1", RootDirectory = "the/pack", ProgramDirectory = "the/pack" });
        await Client.ConfigureStackAsync(new()
        {
            Stack = "dev",
            Project = "shop",
            Organization = "acme",
            DryRun = true,
            Config = { ["aws:region"] = "eu-west-1", ["shop:key"] = "sesame" },
            ConfigSecretKeys = { "shop:key" },
            Tags = { ["cost-centre"] = "42" },
        });

        await Client.AnalyzeAsync(Engine.Request());
        await Client.RemediateAsync(Engine.Request());
        await Client.AnalyzeStackAsync(new() { Resources = { Engine.Resource() } });

        Assert.All([.. seen.Select(context => context.Stack), .. seenStacks.Select(context => context.Stack)], stack =>
        {
            Assert.Equal(("dev", "shop", "acme", true), (stack.Stack, stack.Project, stack.Organization, stack.IsPreview));
            Assert.Equal(("eu-west-1", "sesame"), (stack.Config["aws:region"], stack.Config["shop:key"]));
            Assert.Equal(["shop:key"], stack.SecretConfigKeys);
            Assert.Equal([KeyValuePair.Create("cost-centre", "42")], stack.Tags);
            Assert.Equal("the/pack", stack.PackDirectory);
        });
        Assert.Equal((3, 1), (seen.Count, seenStacks.Count));
    }

    [Fact]
    public async Task Of_a_resource()
    {
        var request = Engine.Request(PropertyMap.Of(("acl", "private")));
        request.Options = Options();
        request.Provider = Provider();

        await Client.AnalyzeAsync(request);
        await Client.RemediateAsync(request);

        Assert.All(seen.Select(context => context.Resource), resource =>
        {
            Assert.Equal((Engine.Bucket, "models", Engine.Urn()), (resource.Type, resource.Name, resource.Urn));
            Assert.Equal((PropertyMap.Of(("acl", "private")), "urn:parent"), (resource.Inputs, resource.Parent));
            AssertOptionsAndProvider(resource);
        });
    }

    [Fact]
    public async Task Of_a_resource_of_a_whole_stack()
    {
        var resource = Engine.Resource(PropertyMap.Of(("arn", "arn:b")));
        resource.Options = Options();
        resource.Provider = Provider();
        resource.Parent = "urn:parent";
        resource.Dependencies.Add("urn:first");
        resource.PropertyDependencies.Add("acl", new() { Urns = { "urn:first", "urn:second" } });

        await Client.AnalyzeStackAsync(new() { Resources = { resource } });

        var read = seenStacks.Single().Resources.Single();
        Assert.Equal((Engine.Bucket, "models", Engine.Urn()), (read.Type, read.Name, read.Urn));
        Assert.Equal((PropertyMap.Of(("arn", "arn:b")), "urn:parent"), (read.Outputs, read.Parent));
        Assert.Equal(["urn:first"], read.Dependencies.AsEnumerable());
        Assert.Equal(["urn:first", "urn:second"], read.PropertyDependencies["acl"].AsEnumerable());
        AssertOptionsAndProvider(read);
    }

    [Fact]
    public async Task Why_a_policy_does_not_apply_to_a_resource_that_could_be_remediated()
    {
        Rpc.PolicyNotApplicable expected = new() { PolicyName = "p", Reason = "It is another." };

        Assert.Equal(expected, Assert.Single((await Client.RemediateAsync(Engine.Request(name: "other"))).NotApplicable));
        Assert.Equal(expected, Assert.Single((await Client.AnalyzeAsync(Engine.Request(name: "other"))).NotApplicable));
    }

    private static Rpc.AnalyzerResourceOptions Options() => new()
    {
        Protect = true,
        IgnoreChanges = { "tags" },
        DeleteBeforeReplace = false,
        DeleteBeforeReplaceDefined = true,
        AdditionalSecretOutputs = { "arn" },
        Aliases = { "urn:old" },
        CustomTimeouts = new() { Create = 60, Update = 0.5, Delete = 120, Read = 5 },
        Parent = "urn:parent",
    };

    private static Rpc.AnalyzerProviderResource Provider() => new()
    {
        Type = "pulumi:providers:aws",
        Name = "default",
        Urn = "urn:provider",
        Properties = Engine.Bytes(PropertyMap.Of(("region", "eu-west-1"))),
    };

    private static void AssertOptionsAndProvider(PolicyResource resource)
    {
        var options = resource.Options;
        Assert.Equal((true, (bool?)false), (options.Protect, options.DeleteBeforeReplace));
        Assert.Equal(
            ["tags", "arn", "urn:old"], options.IgnoreChanges.Concat(options.AdditionalSecretOutputs).Concat(options.Aliases));
        Assert.Equal(
            [TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(0.5), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(5)],
            [options.CreateTimeout!.Value, options.UpdateTimeout!.Value, options.DeleteTimeout!.Value, options.ReadTimeout!.Value]);
        Assert.Equal(
            new ProviderInfo("pulumi:providers:aws", "default", "urn:provider", PropertyMap.Of(("region", "eu-west-1"))), resource.Provider);
    }
}
