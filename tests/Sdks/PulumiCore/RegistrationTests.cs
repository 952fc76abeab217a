using System.Collections.Immutable;
using PropertyValues;
using Pulumi;
using Pulumi.Serialization;
using Pulumirpc;
using Alias = Pulumi.Alias;

namespace Sdks.Tests.PulumiCore;

public class RegistrationTests
{
    private static readonly string Alerts = RecordingEngine.UrnOf(Topic.Token, "alerts");
    private static readonly string StackUrn = RecordingEngine.UrnOf("pulumi:pulumi:Stack", "shop-dev");

    [Fact]
    public async Task A_resource_says_what_it_is_and_what_it_depends_on()
    {
        var engine = new RecordingEngine();

        var exitCode = await engine.RunAsync(() =>
        {
            var alerts = new Topic("alerts", new() { Name = "alerts" });
            _ = new Topic("copy", new() { Name = alerts.Name, Tags = { ["arn"] = alerts.Arn, ["team"] = "ml" } });
        });

        Assert.Equal(0, exitCode);
        var copy = engine["copy"];
        Assert.Equal((Topic.Token, true, StackUrn), (copy.Type, copy.Custom, copy.Parent));
        Assert.True(copy.AcceptSecrets && copy.AcceptResources && copy.SupportsResultReporting && copy.Hooks is not null);
        Assert.Equal([Alerts], copy.Dependencies);
        Assert.Equal([Alerts], copy.PropertyDependencies["name"].Urns);
        Assert.Equal([Alerts], copy.PropertyDependencies["tags"].Urns);
        Assert.Equal("alerts", engine.InputsOf("copy")["name"].AsString());
        Assert.True(engine.InputsOf("copy")["tags"]["arn"].IsUnknown);
        Assert.Equal("ml", engine.InputsOf("copy")["tags"]["team"].AsString());
        Assert.False(engine.InputsOf("copy").ContainsKey("days"));
        Assert.Empty(engine["alerts"].PropertyDependencies["name"].Urns);
    }

    [Fact]
    public async Task The_stack_comes_first_and_has_no_parent()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync(() => { _ = new Topic("alerts"); });

        var stack = engine.Registered.First();
        Assert.Equal(("pulumi:pulumi:Stack", "shop-dev", "", false), (stack.Type, stack.Name, stack.Parent, stack.Custom));
        Assert.True(stack.HasObject);
    }

    [Fact]
    public async Task Outputs_are_unknown_where_the_engine_leaves_them_out_in_a_preview_and_null_in_an_update()
    {
        Output<string>? arn = null;
        Output<ImmutableArray<TopicRule>>? rules = null;
        Output<string>? id = null;

        void Program()
        {
            var topic = new Topic("alerts");
            (arn, rules, id) = (topic.Arn, topic.Rules, topic.Id);
        }

        await new RecordingEngine { IsPreview = true }.RunAsync(Program);
        Assert.Equal((false, false, false), ((await arn!.Data).IsKnown, (await rules!.Data).IsKnown, (await id!.Data).IsKnown));

        await new RecordingEngine { IsPreview = false }.RunAsync(Program);
        Assert.Equal(OutputData.Known(null) with { Resources = (await arn!.Data).Resources }, await arn.Data);
        Assert.Empty((await rules!.Data).ValueAs<ImmutableArray<TopicRule>>());
        Assert.Equal("alerts-id", (await id!.Data).Value);
    }

    [Theory]
    [InlineData(Result.Fail)]
    [InlineData(Result.Skip)]
    public async Task Outputs_of_a_resource_that_the_engine_could_not_make_are_unknown_and_the_program_goes_on(Result result)
    {
        var engine = new RecordingEngine
        {
            IsPreview = false,
            Answer = request => new() { Urn = RecordingEngine.UrnOf(request.Type, request.Name), Result = result },
        };

        var exitCode = await engine.RunAsync(() =>
        {
            var alerts = new Topic("alerts");
            _ = new Topic("copy", new() { Name = alerts.Arn });
        });

        Assert.Equal(0, exitCode);
        Assert.True(engine.InputsOf("copy")["name"].IsUnknown);
    }

    [Fact]
    public async Task A_component_stands_for_the_custom_resources_in_it()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync(() =>
        {
            var outer = new ComponentResource("test:index:Outer", "outer");
            var inner = new ComponentResource("test:index:Inner", "inner", new ComponentResourceOptions { Parent = outer });
            var leaf = new Topic("leaf", options: new() { Parent = inner });
            _ = new Topic("below-leaf", options: new() { Parent = leaf });
            _ = new Topic("sibling", new() { Name = outer.Urn }, new() { Parent = outer });
            _ = new Topic("after", options: new() { DependsOn = { outer, leaf } });
        });

        Assert.Equal(
            [RecordingEngine.UrnOf(Topic.Token, "leaf"), RecordingEngine.UrnOf(Topic.Token, "sibling")], engine["after"].Dependencies);
        Assert.Empty(engine["sibling"].Dependencies);
    }

    [Fact]
    public async Task Options_become_fields()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync(() =>
        {
            var group = new ComponentResource("test:index:Group", "group", new ComponentResourceOptions { Protect = true });
            var first = new Topic("first", options: new() { Parent = group });
            _ = new Topic("second", options: new()
            {
                Protect = false,
                RetainOnDelete = true,
                DeleteBeforeReplace = false,
                DeletedWith = first,
                ReplaceWith = { first },
                IgnoreChanges = { "tags" },
                ReplaceOnChanges = { "name" },
                HideDiffs = { "days" },
                AdditionalSecretOutputs = { "arn" },
                ImportId = "import-me",
                Version = "1.2.3",
                PluginDownloadURL = "https://example.com",
                CustomTimeouts = new() { Create = TimeSpan.FromMinutes(5), Update = TimeSpan.FromMilliseconds(1) },
            });
        });

        Assert.True(engine["first"].Protect);
        Assert.False(engine["first"].HasRetainOnDelete);
        var second = engine["second"];
        var first = RecordingEngine.UrnOf(Topic.Token, "first");
        Assert.Equal((true, false, true), (second.HasProtect, second.Protect, second.RetainOnDelete));
        Assert.Equal((false, true), (second.DeleteBeforeReplace, second.DeleteBeforeReplaceDefined));
        Assert.Equal((first, "import-me", "1.2.3", "https://example.com"), (second.DeletedWith, second.ImportId, second.Version, second.PluginDownloadURL));
        Assert.Equal(
            [first, "tags", "name", "days", "arn"],
            [.. second.ReplaceWith, .. second.IgnoreChanges, .. second.ReplaceOnChanges, .. second.HideDiffs, .. second.AdditionalSecretOutputs]);
        Assert.Equal(("300000000000ns", "1000000ns", ""), (second.CustomTimeouts.Create, second.CustomTimeouts.Update, second.CustomTimeouts.Delete));
    }

    [Fact]
    public async Task Aliases_are_sent_as_the_parts_that_differ()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync(() =>
        {
            var group = new ComponentResource("test:index:Group", "group");
            _ = new Topic("topic", options: new()
            {
                Aliases =
                {
                    new Alias { Name = "old" }, new Alias { Parent = group }, new Alias { NoParent = true, Type = "test:old:Topic" },
                    new Alias { Urn = "urn:pulumi:dev::shop::t::n" },
                },
            });
        });

        var aliases = engine["topic"].Aliases;
        Assert.Equal(("old", false, true), (aliases[0].Spec.Name, aliases[0].Spec.NoParent, aliases[0].Spec.HasNoParent));
        Assert.Equal(RecordingEngine.UrnOf("test:index:Group", "group"), aliases[1].Spec.ParentUrn);
        Assert.Equal((true, "test:old:Topic"), (aliases[2].Spec.NoParent, aliases[2].Spec.Type));
        Assert.Equal("urn:pulumi:dev::shop::t::n", aliases[3].Urn);
    }

    [Fact]
    public async Task An_option_that_the_engine_does_not_know_is_refused()
    {
        var engine = new RecordingEngine { Unsupported = { "deletedWith" } };

        var exitCode = await engine.RunAsync(() => { _ = new Topic("a", options: new() { DeletedWith = new Topic("b") }); });

        Assert.Equal(32, exitCode);
        Assert.Contains("does not support the DeletedWith option", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_reaches_the_resources_of_its_package_below()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync(() =>
        {
            var provider = new ProviderResource("test", "west", ResourceArgs.Empty);
            var group = new ComponentResource("test:index:Group", "group", new ComponentResourceOptions { Providers = { provider } });
            var inner = new ComponentResource("test:index:Inner", "inner", new ComponentResourceOptions { Parent = group });
            _ = new Topic("below", options: new() { Parent = inner });
            _ = new CustomResource("other:index:Thing", "other", ResourceArgs.Empty, new() { Parent = inner });
            _ = new Topic("beside");
        });

        var reference = $"{RecordingEngine.UrnOf("pulumi:providers:test", "west")}::{Sentinels.Unknown}";
        Assert.Equal((reference, "", "", ""), (engine["below"].Provider, engine["other"].Provider, engine["beside"].Provider, engine["group"].Provider));
    }

    [Fact]
    public async Task A_resource_with_an_id_is_read_once_the_id_is_known()
    {
        static void Program()
        {
            var made = new Topic("made");
            _ = new Topic("found", new() { Name = "n" }, new() { Id = "some-id", AdditionalSecretOutputs = { "arn" } });
            _ = new Topic("by-output", options: new() { Id = made.Id });
        }

        var preview = new RecordingEngine { IsPreview = true };
        await preview.RunAsync(Program);
        var update = new RecordingEngine { IsPreview = false };
        await update.RunAsync(Program);

        var read = Assert.Single(preview.Read);
        Assert.Equal(("some-id", "found", StackUrn), (read.Id, read.Name, read.Parent));
        Assert.Equal("n", PropertyBag.Decode(read.Properties)["name"].AsString());
        Assert.Equal(["arn"], read.AdditionalSecretOutputs);
        Assert.Equal("", preview["by-output"].ImportId);
        Assert.Equal(["by-output", "found"], update.Read.Select(request => request.Name).Order());
    }

    [Fact]
    public async Task A_resource_with_a_urn_is_looked_up()
    {
        var engine = new RecordingEngine
        {
            AnswerInvoke = _ => new() { ["urn"] = Alerts, ["id"] = "the-id", ["state"] = new Dictionary<string, object?> { ["name"] = "alerts" } },
        };

        await engine.RunAsync(() =>
        {
            var again = new Topic("again", options: new() { Urn = Alerts });
            return new Dictionary<string, object?> { ["name"] = again.Name, ["id"] = again.Id };
        });

        Assert.Equal("pulumi:pulumi:getResource", Assert.Single(engine.Invoked).Tok);
        Assert.Equal(("alerts", "the-id"), (engine.StackOutputs["name"].AsString(), engine.StackOutputs["id"].AsString()));
    }

    [Fact]
    public async Task Transformations_run_from_the_resource_outwards()
    {
        var seen = new List<string>();
        var engine = new RecordingEngine();

        ResourceTransformation Note(string level) => resource =>
        {
            seen.Add($"{level} {resource.Resource.GetResourceName()}");
            return resource.Args is TopicArgs topic
                ? new(topic, CustomResourceOptions.Merge((CustomResourceOptions)resource.Options, new() { IgnoreChanges = { level } }))
                : null;
        };

        await engine.RunAsync(() => Deployment.RunAsync(
            () =>
            {
                var group = new ComponentResource("test:index:Group", "group", new ComponentResourceOptions { ResourceTransformations = { Note("group") } });
                _ = new Topic("topic", options: new() { Parent = group, ResourceTransformations = { Note("own") } });
                return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
            },
            new StackOptions { ResourceTransformations = { Note("stack") } }));

        Assert.Equal(["own topic", "group topic", "stack topic"], seen.Where(entry => entry.EndsWith(" topic", StringComparison.Ordinal)));
        Assert.Equal(["own", "group", "stack"], engine["topic"].IgnoreChanges);
    }

    [Fact]
    public async Task A_component_registers_its_outputs()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync(() => { _ = new Store("store"); });

        var request = engine.Outputs.Single(outputs => outputs.Urn == RecordingEngine.UrnOf("test:index:Store", "store"));
        var outputs = PropertyBag.Decode(request.Outputs);
        Assert.Equal("store", outputs["topicName"].AsString());
        Assert.True(outputs["Token"].IsSecret);
    }

    [Fact]
    public async Task A_resource_as_value_is_a_reference()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync(() =>
        {
            var alerts = new Topic("alerts");
            _ = new Topic("copy", new() { Anything = alerts });
        });

        var reference = engine.InputsOf("copy")["anything"];
        Assert.Equal(PropertyKind.Resource, reference.Kind);
        Assert.Equal((Alerts, ""), (reference["urn"].AsString(), reference["id"].AsString()));
        Assert.Equal([Alerts], engine["copy"].Dependencies);
    }

    [Fact]
    public async Task An_answer_of_another_type_names_the_resource_and_the_property()
    {
        var engine = new RecordingEngine
        {
            Answer = request => new()
            {
                Urn = RecordingEngine.UrnOf(request.Type, request.Name),
                Object = PropertyBag.Encode(new() { ["days"] = new List<object?> { "x" } }),
            },
        };

        await engine.RunAsync(() => new Dictionary<string, object?> { ["days"] = new Topic("alerts").Days });

        Assert.Contains("alerts (test:sns/topic:Topic): the engine's days is a value of kind List", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    private sealed class Store : ComponentResource
    {
        public Store(string name)
            : base("test:index:Store", name)
        {
            TopicName = new Topic(name, new() { Name = name }, new() { Parent = this }).Name;
            Token = Output.CreateSecret("s");
            RegisterOutputs();
        }

        [Output("topicName")]
        public Output<string> TopicName { get; private set; }

        [Output]
        public Output<string> Token { get; private set; }
    }
}
