using PropertyValues;
using Pulumi;
using Pulumi.Serialization;
using Pulumi.Utilities;

namespace Sdks.Tests.PulumiCore;

public class InvokeTests
{
    private const string Token = "test:index/getImage:getImage";

    [Fact]
    public async Task A_function_is_called_with_its_arguments_and_its_result_read()
    {
        var engine = Answering("image");
        string? path = null;

        await engine.RunAsync(async () => await Deployment.RunAsync(async () =>
        {
            var result = await Deployment.Instance.InvokeAsync<ImageResult>(
                Token, new ImageArgs { Name = "pytorch" }, new() { Version = "1.0.0" });
            path = result.Path;
        }));

        var request = Assert.Single(engine.Invoked);
        Assert.Equal((Token, "1.0.0", true), (request.Tok, request.Version, request.AcceptResources));
        Assert.Equal("pytorch", PropertyBag.Decode(request.Args)["name"].AsString());
        Assert.Equal("image", path);
    }

    [Fact]
    public async Task A_function_is_not_called_while_an_argument_is_unknown_or_a_resource_has_no_id()
    {
        var engine = Answering("image");

        await engine.RunAsync(() =>
        {
            var topic = new Topic("topic", new() { Name = "pytorch" });
            return new Dictionary<string, object?>
            {
                ["unknown"] = Image(OutputUtilities.CreateUnknown("?")),
                ["dependent"] = Image(topic.Name),
                ["after"] = Image("pytorch", new InvokeOutputOptions { DependsOn = { topic } }),
            };
        });

        Assert.Empty(engine.Invoked);
        Assert.True(engine.StackOutputs["unknown"].IsUnknown);
        Assert.True(engine.StackOutputs["dependent"].IsUnknown);
        Assert.True(engine.StackOutputs["after"].IsUnknown);
    }

    [Fact]
    public async Task The_result_depends_on_what_the_arguments_depend_on()
    {
        var engine = new RecordingEngine { IsPreview = false, AnswerInvoke = _ => new() { ["path"] = "image" } };

        await engine.RunAsync(() =>
        {
            var topic = new Topic("topic", new() { Name = "pytorch" });
            _ = new Topic("copy", new() { Name = Image(topic.Name) });
        });

        Assert.Equal([RecordingEngine.UrnOf(Topic.Token, "topic")], engine["copy"].Dependencies);
        Assert.Equal("image", engine.InputsOf("copy")["name"].AsString());
    }

    [Fact]
    public async Task The_provider_comes_from_the_options_or_from_the_parent()
    {
        var engine = new RecordingEngine { IsPreview = false, AnswerInvoke = _ => new() { ["path"] = "image" } };

        await engine.RunAsync(() =>
        {
            var provider = new ProviderResource("test", "west", ResourceArgs.Empty);
            var group = new ComponentResource("test:index:Group", "group", new ComponentResourceOptions { Providers = { provider } });
            _ = Image("given", new() { Provider = provider });
            _ = Image("inherited", new() { Parent = group });
        });

        var reference = $"{RecordingEngine.UrnOf("pulumi:providers:test", "west")}::west-id";
        Assert.Equal([reference, reference], engine.Invoked.Select(request => request.Provider));
    }

    [Fact]
    public async Task An_unknown_in_the_result_makes_the_whole_unknown()
    {
        var engine = Answering(Sentinels.Unknown);

        await engine.RunAsync(() => new Dictionary<string, object?> { ["path"] = Image("x") });

        Assert.True(engine.StackOutputs["path"].IsUnknown);
    }

    private static RecordingEngine Answering(string path) => new() { AnswerInvoke = _ => new() { ["path"] = path } };

    private static Output<string> Image(Input<string> name, InvokeOptions? options = null) => options is InvokeOutputOptions later
        ? Deployment.Instance.Invoke<ImageResult>(Token, new ImageInvokeArgs { Name = name }, later).Apply(result => result.Path)
        : Deployment.Instance.Invoke<ImageResult>(Token, new ImageInvokeArgs { Name = name }, options).Apply(result => result.Path);

    private sealed class ImageArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public string Name { get; set; } = null!;
    }

    private sealed class ImageInvokeArgs : InvokeArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }

    [OutputType]
    private sealed class ImageResult
    {
        public readonly string Path;

        [OutputConstructor]
        public ImageResult(string path) => Path = path;
    }
}
