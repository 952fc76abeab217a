using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Sdks.Tests.PulumiCore;

public class MocksTests
{
    [Fact]
    public async Task Resources_get_what_the_mocks_give_and_are_returned_in_order()
    {
        var mocks = Mocks(args => ($"{args.Name}-id", args.Inputs.SetItem("arn", $"arn:{args.Name}")));

        var (resources, outputs) = await Deployment.TestAsync(mocks.Object, new TestOptions(), () =>
        {
            var alerts = new Topic("alerts", new() { Name = "alerts" });
            _ = new Topic("copy", new() { Name = alerts.Arn });
            return new Dictionary<string, object?> { ["arn"] = alerts.Arn };
        });

        Assert.Equal(["project-stack", "alerts", "copy"], resources.Select(resource => resource.GetResourceName()));
        var copy = resources.OfType<Topic>().Last();
        Assert.Equal("arn:alerts", await OutputUtilities.GetValueAsync(copy.Name));
        Assert.Equal("copy-id", await OutputUtilities.GetValueAsync(copy.Id));
        Assert.Equal($"urn:pulumi:stack::project::{Topic.Token}::copy", await OutputUtilities.GetValueAsync(copy.Urn));
        Assert.Equal("arn:alerts", await OutputUtilities.GetValueAsync((Output<string>)outputs["arn"]!));
        mocks.Verify(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Type == "pulumi:pulumi:Stack")), Times.Never);
        mocks.Verify(mock => mock.NewResourceAsync(It.Is<MockResourceArgs>(args => args.Name == "copy" && args.Type == Topic.Token)), Times.Once);
    }

    [Fact]
    public async Task Mocks_see_plain_inputs_without_those_that_are_null_or_unknown()
    {
        ImmutableDictionary<string, object>? seen = null;
        var mocks = Mocks(args =>
        {
            seen = args.Name == "copy" ? args.Inputs : seen;
            return (null, args.Inputs);
        });

        await Deployment.TestAsync(mocks.Object, new TestOptions(), () =>
        {
            var alerts = new Topic("alerts");
            _ = new Topic("copy", new()
            {
                Name = Output.CreateSecret("n"),
                Days = 3,
                Tags = { ["a"] = "1" },
                Rules = { new TopicRuleArgs { Target = "t" } },
                Kind = alerts.Arn,
            });
        });

        Assert.Equal(["days", "name", "rules", "tags"], seen!.Keys.Order());
        Assert.Equal(("n", 3.0), (seen["name"], seen["days"]));
        Assert.Equal("1", Assert.IsType<ImmutableDictionary<string, object>>(seen["tags"])["a"]);
        var rule = Assert.IsType<ImmutableDictionary<string, object>>(Assert.IsType<ImmutableArray<object>>(seen["rules"])[0]);
        Assert.Equal("t", rule["target"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_mocks_leave_out_is_unknown_in_a_preview_only(bool isPreview)
    {
        var mocks = Mocks(args => (args.Name, new Dictionary<string, object>()));

        var resources = await Deployment.TestAsync(
            mocks.Object, new TestOptions { IsPreview = isPreview }, () => { _ = new Topic("alerts"); });

        Assert.Equal(!isPreview, await OutputUtilities.GetIsKnownAsync(resources.OfType<Topic>().Single().Arn));
    }

    [Fact]
    public async Task Functions_are_answered_by_the_mocks()
    {
        var mocks = Mocks(args => (null, args.Inputs));
        mocks.Setup(mock => mock.CallAsync(It.Is<MockCallArgs>(args => args.Token == "test:index/get:get" && (string)args.Args["in"] == "x")))
            .ReturnsAsync(new Dictionary<string, object> { ["out"] = "y" });
        Output<ImmutableDictionary<string, object>>? result = null;

        await Deployment.TestAsync(mocks.Object, new TestOptions(), () =>
        {
            result = Deployment.Instance.Invoke<ImmutableDictionary<string, object>>(
                "test:index/get:get", new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("in", "x")));
        });

        Assert.Equal("y", (await OutputUtilities.GetValueAsync(result!))["out"]);
    }

    [Fact]
    public async Task A_stack_class_is_tested_as_it_runs()
    {
        var resources = await Deployment.TestAsync<TopicStack>(
            new PlainMocks(), new TestOptions { ProjectName = "shop", StackName = "dev", OrganizationName = "acme" });

        var stack = Assert.IsType<TopicStack>(resources[0]);
        Assert.Equal("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", await OutputUtilities.GetValueAsync(stack.Urn));
        Assert.Equal("acme", await OutputUtilities.GetValueAsync(stack.Owner));
    }

    [Fact]
    public async Task Mocks_see_the_outputs_of_components()
    {
        var mocks = Mocks(args => (null, args.Inputs));
        mocks.Setup(mock => mock.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>())).Returns(Task.CompletedTask);

        await Deployment.TestAsync(mocks.Object, new TestOptions(), () => new Dictionary<string, object?> { ["a"] = 1 });

        mocks.Verify(mock => mock.RegisterResourceOutputs(It.Is<MockRegisterResourceOutputsRequest>(
            request => request.Urn == "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack" && (double)request.Outputs["a"] == 1)));
    }

    [Fact]
    public async Task One_error_is_a_run_exception_and_several_are_an_aggregate()
    {
        var one = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync(new PlainMocks(), new TestOptions(), () => Log.Error("first")));
        var two = await Assert.ThrowsAsync<AggregateException>(() => Deployment.TestAsync(new PlainMocks(), new TestOptions(), () =>
        {
            Log.Error("first");
            Log.Error("second");
        }));
        var thrown = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync(new PlainMocks(), new TestOptions(), (Action)(() => throw new InvalidOperationException("No plan."))));

        Assert.Equal("first", one.Message);
        Assert.Equal(["first", "second"], two.InnerExceptions.Select(error => error.Message));
        Assert.Contains("No plan.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_is_found_again_by_its_urn()
    {
        var resources = await Deployment.TestAsync(new PlainMocks(), new TestOptions(), async () =>
        {
            var alerts = new Topic("alerts", new() { Name = "n" });
            var urn = await OutputUtilities.GetValueAsync(alerts.Urn);
            _ = new Topic("again", options: new() { Urn = urn });
        });

        Assert.Equal("n", await OutputUtilities.GetValueAsync(resources.OfType<Topic>().Last().Name));
    }

    [Fact]
    public async Task Tests_may_run_one_after_the_other_and_side_by_side()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 10).Select(async index =>
        {
            var resources = await Deployment.TestAsync(
                new PlainMocks(), new TestOptions { StackName = $"s{index}" }, () => { _ = new Topic($"t{index}"); });
            return await OutputUtilities.GetValueAsync(resources[1].Urn);
        }));

        Assert.Equal(Enumerable.Range(0, 10).Select(index => $"urn:pulumi:s{index}::project::{Topic.Token}::t{index}"), names);
    }

    private static Mock<IMocks> Mocks(Func<MockResourceArgs, (string? Id, object State)> make)
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .Returns((MockResourceArgs args) => Task.FromResult<(string?, object)>(make(args)));
        return mocks;
    }

    private sealed class PlainMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args) =>
            Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));

        public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
    }

    private sealed class TopicStack : Stack
    {
        public TopicStack()
        {
            _ = new Topic("topic");
            Owner = Output.Create(Deployment.Instance.OrganizationName);
        }

        [Output("owner")]
        public Output<string> Owner { get; private set; }
    }
}
