using Grpc.Core;
using Pulumi;
using Pulumirpc;

namespace Sdks.Tests.PulumiCore;

public class RunTests
{
    [Fact]
    public async Task A_program_that_succeeds_sends_its_outputs_and_waits_for_the_engine()
    {
        var engine = new RecordingEngine();

        var exitCode = await engine.RunAsync(() => new Dictionary<string, object?> { ["answer"] = 42, ["none"] = null });

        Assert.Equal(0, exitCode);
        Assert.True(engine.ShutDown);
        Assert.Equal(42, engine.StackOutputs["answer"].AsInt32());
        Assert.False(engine.StackOutputs.ContainsKey("none"));
    }

    [Fact]
    public async Task Every_form_of_program_runs()
    {
        var engine = new RecordingEngine();

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(() => { _ = new Topic("action"); })));
        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            await Task.Yield();
            _ = new Topic("task");
        })));
        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            await Task.Yield();
            return (IDictionary<string, object?>)new Dictionary<string, object?> { ["name"] = new Topic("outputs", new() { Name = "n" }).Name };
        })));
        Assert.Equal(0, await engine.RunAsync(Deployment.RunAsync<NamedStack>));
        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync<NamedStack>(new OneStack())));

        Assert.Equal(["action", "class", "class", "outputs", "task"], engine.Registered.Where(request => request.Custom).Select(request => request.Name).Order());
        Assert.Equal("class", engine.StackOutputs["topicName"].AsString());
    }

    [Fact]
    public async Task An_exception_in_the_body_is_logged_with_its_trace_and_the_exit_code_says_so()
    {
        var engine = new RecordingEngine();

        var exitCode = await engine.RunAsync(Broken);

        Assert.Equal(32, exitCode);
        var message = Assert.Single(engine.Errors);
        Assert.StartsWith("Running program '", message, StringComparison.Ordinal);
        Assert.Contains("failed with an unhandled exception:\nSystem.InvalidOperationException: No plan.\n   at ", message, StringComparison.Ordinal);
        Assert.Empty(engine.Outputs);
        Assert.False(engine.ShutDown);
    }

    [Fact]
    public async Task An_exception_in_an_apply_is_reported_once_and_the_outputs_are_sent()
    {
        var engine = new RecordingEngine();

        var exitCode = await engine.RunAsync(() =>
        {
            var alerts = new Topic("alerts", new() { Name = "alerts" });
            var name = alerts.Name.Apply(Fail);
            _ = new Topic("first", new() { Name = name });
            _ = new Topic("second", new() { Name = name });
            return new Dictionary<string, object?> { ["fine"] = 1 };
        });

        Assert.Equal(32, exitCode);
        Assert.Contains("No rule for alerts.", Assert.Single(engine.Errors), StringComparison.Ordinal);
        Assert.Equal(1, engine.StackOutputs["fine"].AsInt32());
        Assert.False(engine.ShutDown);
    }

    [Fact]
    public async Task An_exception_in_an_output_that_nobody_uses_fails_the_program()
    {
        var engine = new RecordingEngine();

        var exitCode = await engine.RunAsync(() => { _ = new Topic("alerts", new() { Name = "alerts" }).Name.Apply(Fail); });

        Assert.Equal(32, exitCode);
    }

    [Fact]
    public async Task A_run_exception_shows_its_message_only()
    {
        var engine = new RecordingEngine();

        var exitCode = await engine.RunAsync((Action)(() => throw new RunException("training.maxHours: 240 is more than 72.")));

        Assert.Equal(32, exitCode);
        Assert.Equal("training.maxHours: 240 is more than 72.", Assert.Single(engine.Errors));
    }

    [Fact]
    public async Task A_resource_exception_is_about_its_resource()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync((Action)(() => throw new ResourceException("No subscriber.", new Topic("alerts"), hideStack: true)));

        var error = engine.Logged.Single(log => log.Severity == LogSeverity.Error);
        Assert.Equal(("No subscriber.", RecordingEngine.UrnOf(Topic.Token, "alerts")), (error.Message, error.Urn));
    }

    [Fact]
    public async Task A_logged_error_fails_the_program_after_everything_was_registered()
    {
        var engine = new RecordingEngine();

        var exitCode = await engine.RunAsync(() =>
        {
            var alerts = new Topic("alerts");
            Log.Error("No subscriber.", alerts);
            Log.Info("Second.", streamId: 7, ephemeral: true);
        });

        Assert.Equal(1, exitCode);
        Assert.Single(engine.Outputs);
        Assert.False(engine.ShutDown);
        Assert.Equal(["No subscriber.", "Second."], engine.Logged.Select(log => log.Message));
        Assert.Equal((7, true), (engine.Logged.Last().StreamId, engine.Logged.Last().Ephemeral));
    }

    [Fact]
    public async Task An_engine_that_takes_no_messages_ends_the_program_with_1()
    {
        var engine = new RecordingEngine { OnLog = _ => throw new RpcException(new(StatusCode.Unavailable, "gone")) };

        var exitCode = await engine.RunAsync(Broken);

        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task An_error_of_the_engine_reaches_everything_that_waits_and_is_reported_once()
    {
        var engine = new RecordingEngine
        {
            Answer = request => request.Name == "alerts" ? throw new RpcException(new(StatusCode.Unknown, "refused")) : Echo(request),
        };

        var exitCode = await engine.RunAsync(() =>
        {
            var alerts = new Topic("alerts");
            _ = new Topic("copy", new() { Name = alerts.Arn });
            return new Dictionary<string, object?> { ["arn"] = alerts.Arn };
        });

        Assert.Equal(32, exitCode);
        Assert.Contains("refused", Assert.Single(engine.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain(engine.Registered, request => request.Name == "copy");
    }

    [Fact]
    public async Task An_output_property_of_a_stack_class_must_be_set()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync(Deployment.RunAsync<UnfinishedStack>);

        Assert.Equal(
            "Output(s) 'arn' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            Assert.Single(engine.Errors));
    }

    [Fact]
    public async Task A_missing_required_argument_is_reported_with_class_and_member()
    {
        var engine = new RecordingEngine();

        var exitCode = await engine.RunAsync(() => { _ = new Topic("alerts", new() { Rules = { new TopicRuleArgs() } }); });

        Assert.Equal(32, exitCode);
        Assert.Contains(
            "System.ArgumentNullException: [Input] Sdks.Tests.PulumiCore.TopicRuleArgs.Target is required but was not given a value",
            Assert.Single(engine.Errors),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_outside_of_a_deployment_is_refused()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new Topic("alerts"));

        Assert.Equal("Trying to acquire Deployment.Instance before 'Run' was called.", error.Message);
    }

    [Fact]
    public async Task A_program_inside_of_a_program_is_refused()
    {
        var engine = new RecordingEngine();

        await engine.RunAsync(() => Deployment.RunAsync(async () => { await Deployment.RunAsync(() => { }); }));

        Assert.Contains("A deployment is running already", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_can_ask_for_its_deployment()
    {
        var engine = new RecordingEngine { IsPreview = true };
        DeploymentInstance? deployment = null;

        await engine.RunAsync(() => deployment = Deployment.Instance);

        Assert.Equal(
            ("dev", "shop", "acme", "/shop", true),
            (deployment!.StackName, deployment.ProjectName, deployment.OrganizationName, deployment.RootDirectory, deployment.IsDryRun));
    }

    private static RegisterResourceResponse Echo(RegisterResourceRequest request) => new RecordingEngine().Echo(request);

    private static void Broken() => throw new InvalidOperationException("No plan.");

    private static string Fail(string name) => throw new InvalidOperationException($"No rule for {name}.");

    private sealed class NamedStack : Stack
    {
        public NamedStack() => TopicName = new Topic("class", new() { Name = "class" }).Name;

        [Output("topicName")]
        public Output<string> TopicName { get; private set; }
    }

    private sealed class UnfinishedStack : Stack
    {
        [Output("arn")]
        public Output<string> Arn { get; private set; } = null!;
    }

    private sealed class OneStack : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(NamedStack) ? new NamedStack() : null;
    }
}
