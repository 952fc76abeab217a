using PropertyValues;
using Pulumi.Policy;

namespace Sdks.Tests.Policy;

/// <summary>Secrets never reach a message, whatever a policy does.</summary>
public class SecretTests
{
    private static readonly PropertyMap Inputs = PropertyMap.Of(
        ("password", PropertyValue.SecretOf("hunter2")),
        ("pin", PropertyValue.SecretOf(90210)),
        ("short", PropertyValue.SecretOf("abc")),
        ("nested", PropertyMap.Of(("keys", new object[] { PropertyValue.SecretOf(PropertyMap.Of(("inner", "swordfish-long"))) }))),
        ("plain", "swordfish"));

    [Theory]
    [InlineData("The password is hunter2.", "The password is [secret].")]
    [InlineData("hunter2hunter2", "[secret][secret]")]
    [InlineData("pin 90210", "pin [secret]")]
    [InlineData("key swordfish-long, plain swordfish", "key [secret], plain swordfish")]
    [InlineData("short abc", "short abc")]
    [InlineData("nothing", "nothing")]
    public void In_a_violation(string text, string shown) =>
        Assert.Equal($"p holds.\n{shown}", Analyze(_ => Verdict.Violation(text)));

    [Fact]
    public void In_the_message_of_an_exception() => Assert.Contains(
        "InvalidOperationException: not [secret]!", Analyze(_ => throw new InvalidOperationException("not hunter2!")), StringComparison.Ordinal);

    [Theory]
    [InlineData("a")]
    [InlineData("z")]
    public void Beside_a_value_that_cannot_be_read(string where)
    {
        var strange = PropertyMap.Of((Sentinels.SignatureKey, "0000"));
        var inputs = PropertyMap.Of(
            (where, new object[] { strange, PropertyMap.Of(("inner", strange), ("key", PropertyValue.SecretOf("swordfish"))) }),
            ("password", PropertyValue.SecretOf("hunter2")));
        var host = Engine.Host(new TestPolicy("p", _ => Verdict.Violation("hunter2 and swordfish")));

        Assert.Equal("p holds.\n[secret] and [secret]", host.Analyze(Engine.Request(inputs)).Diagnostics.Single().Message);
    }

    [Fact]
    public void In_the_reason_for_not_applying()
    {
        var host = Engine.Host(new TestPolicy("p", _ => Verdict.NotApplicable("hunter2 is exempt")));

        Assert.Equal("[secret] is exempt", host.Analyze(Engine.Request(Inputs)).NotApplicable.Single().Reason);
    }

    [Fact]
    public void In_the_message_of_a_failed_remediation()
    {
        var host = Engine.Host(
            new TestPolicy("p", _ => Verdict.Compliant) { Remediation = _ => throw new InvalidOperationException("hunter2") },
            EnforcementLevel.Remediate);

        var diagnostic = host.Remediate(Engine.Request(Inputs)).Remediations.Single().Diagnostic;

        Assert.Contains("InvalidOperationException: [secret]\n", Engine.WithoutPlace(diagnostic), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_provider_and_of_the_stacks_configuration()
    {
        var host = Engine.Host(new TestPolicy("p", context =>
            Verdict.Violation($"{context.Resource.Provider!.Properties["token"].AsString()} {context.Stack.Config["shop:key"]}")));
        host.ConfigureStack(new() { Config = { ["shop:key"] = "open sesame" }, ConfigSecretKeys = { "shop:key", "shop:missing" } });
        var request = Engine.Request();
        request.Provider = new() { Properties = Engine.Bytes(PropertyMap.Of(("token", PropertyValue.SecretOf("t0ken")))) };

        Assert.Equal("p holds.\n[secret] [secret]", host.Analyze(request).Diagnostics.Single().Message);
    }

    [Fact]
    public void Of_another_resource_in_a_stack_policy()
    {
        var host = Engine.Host(new TestStackPolicy("p", context =>
            [new(context.Resources[0], Verdict.Violation($"joined to {context.Resources[1].Outputs["password"].AsString()}"))]));

        var answer = host.AnalyzeStack(new() { Resources = { Engine.Resource(name: "a"), Engine.Resource(Inputs, "b") } });

        Assert.Equal("p holds.\njoined to [secret]", answer.Diagnostics.Single().Message);
    }

    private static string Analyze(Func<ResourceContext, Verdict> check) =>
        Engine.Host(new TestPolicy("p", check)).Analyze(Engine.Request(Inputs)).Diagnostics.Single().Message;
}
