using Preview.Engine;
using Preview.Engine.Rpc;
using Pulumirpc;
using static Preview.Tests.Builders.EngineUnderTest;

namespace Preview.Tests.Engine;

public class OtherCallsTests
{
    [Fact]
    public async Task A_component_registers_its_outputs_once()
    {
        var engine = await StartAsync();
        var urn = (await engine.RegisterAsync(Component("acme:ml:Studio", "main"))).Urn;
        var request = new RegisterResourceOutputsRequest { Urn = urn, Outputs = Bytes(PropertyMap.Of(("size", 3))) };

        engine.Engine.RegisterResourceOutputs(request);

        Assert.Equal(PropertyMap.Of(("size", 3)), engine.State.Find(urn)!.Outputs);
        Assert.Throws<RefusedException>(() => engine.Engine.RegisterResourceOutputs(request));
    }

    [Fact]
    public async Task The_stack_may_register_its_outputs_again()
    {
        var engine = await StartAsync();
        engine.Engine.RegisterResourceOutputs(new() { Urn = StackUrn, Outputs = Bytes(PropertyMap.Of(("size", 3))) });

        engine.Engine.RegisterResourceOutputs(new() { Urn = StackUrn, Outputs = Bytes(PropertyMap.Of(("size", 4))) });

        Assert.Equal(PropertyMap.Of(("size", 4)), engine.State.Find(StackUrn)!.Outputs);
    }

    [Fact]
    public async Task Outputs_of_something_that_is_not_registered_are_refused()
    {
        var engine = await StartAsync();

        Assert.Throws<RefusedException>(() => engine.Engine.RegisterResourceOutputs(new() { Urn = "urn:pulumi:dev::shop::a:b:C::x" }));
    }

    [Theory]
    [InlineData("secrets", true)]
    [InlineData("resourceReferences", true)]
    [InlineData("outputValues", true)]
    [InlineData("aliasSpecs", true)]
    [InlineData("transforms", true)]
    [InlineData("invokeTransforms", true)]
    [InlineData("resourceHooks", true)]
    [InlineData("of the future", false)]
    public void What_is_offered_or_refused_in_use_is_said_to_be_supported(string feature, bool expected) =>
        Assert.Equal(expected, SupportsFeature.Answer(new() { Id = feature }).HasSupport);

    [Fact]
    public async Task The_deployment_is_a_preview_with_the_settings_of_the_stack()
    {
        var engine = await StartAsync(Config(("shop:size", "3")) with { SecretKeys = ["shop:token"] });

        var info = engine.Engine.GetDeploymentInfo();

        Assert.True(info.DryRun);
        Assert.Equal(("shop", "dev", "3"), (info.Project, info.Stack, info.Config["shop:size"]));
        Assert.Equal(["shop:token"], info.ConfigSecretKeys);
        Assert.DoesNotContain(ResourceMonitorFeature.Transforms, info.SupportedFeatures);
    }

    [Fact]
    public async Task Pieces_of_one_message_are_joined_and_noise_is_dropped()
    {
        var engine = await StartAsync();
        engine.Engine.Log(new() { Severity = LogSeverity.Debug, Message = "noise" });
        engine.Engine.Log(new() { Severity = LogSeverity.Info, Message = "status", Ephemeral = true });
        engine.Engine.Log(new() { Severity = LogSeverity.Info, Message = "one ", StreamId = 7 });
        engine.Engine.Log(new() { Severity = LogSeverity.Warning, Message = "alone", Urn = StackUrn });
        engine.Engine.Log(new() { Severity = LogSeverity.Info, Message = "message\n", StreamId = 7 });
        engine.Engine.Log(new() { Severity = LogSeverity.Info, Message = "unfinished", StreamId = 8 });

        engine.Engine.SignalAndWaitForShutdown();

        Assert.Equal(
            [new(DiagnosticSeverity.Warning, "alone", StackUrn), new(DiagnosticSeverity.Info, "one message"), new(DiagnosticSeverity.Info, "unfinished")],
            engine.State.Diagnostics);
        Assert.False(engine.State.HasFailed);
    }

    [Fact]
    public async Task The_root_resource_is_the_one_that_the_program_set()
    {
        var engine = await StartAsync();

        engine.Engine.SetRootResource(new() { Urn = StackUrn });

        Assert.Equal(StackUrn, engine.Engine.GetRootResource().Urn);
    }

    [Fact]
    public async Task A_required_CLI_version_is_mentioned_since_nobody_compares_it()
    {
        var engine = await StartAsync();

        engine.Engine.RequirePulumiVersion(new() { PulumiVersionRange = ">=3.200.0" });

        Assert.Contains(">=3.200.0", Assert.Single(engine.State.Diagnostics).Message, StringComparison.Ordinal);
    }
}
