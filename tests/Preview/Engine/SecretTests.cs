using Preview.Tests.Builders;
using static Preview.Tests.Builders.EngineUnderTest;

namespace Preview.Tests.Engine;

public class SecretTests
{
    [Fact]
    public async Task An_output_is_secret_when_the_input_of_its_name_is()
    {
        var engine = await StartAsync();

        var outputs = await engine.OutputsOfAsync(Custom(TopicType, "news", ("displayName", PropertyValue.SecretOf("hush"))));

        Assert.Equal(PropertyValue.SecretOf("hush"), outputs["displayName"]);
    }

    [Fact]
    public async Task An_output_is_secret_when_the_program_says_so_even_before_it_is_known()
    {
        var engine = await StartAsync();
        var request = Custom(TopicType, "news");
        request.AdditionalSecretOutputs.Add("arn");

        var outputs = await engine.OutputsOfAsync(request);

        Assert.True(outputs["arn"] is { IsSecret: true, IsUnknown: true });
        Assert.False(outputs["owner"].IsSecret);
    }

    [Fact]
    public async Task A_program_that_does_not_know_of_secrets_gets_plain_values()
    {
        var engine = await StartAsync();
        var request = Custom(TopicType, "news", ("displayName", PropertyValue.SecretOf("hush")));
        request.AcceptSecrets = false;

        var outputs = await engine.OutputsOfAsync(request);

        Assert.Equal(PropertyValue.Of("hush"), outputs["displayName"]);
    }

    [Fact]
    public async Task Secrets_survive_the_bookkeeping_of_the_provider()
    {
        var engine = await StartAsync();
        var rule = PropertyMap.Of(("allowedMethods", new[] { "GET" }), ("allowedOrigins", new[] { "*" }));

        var response = await engine.RegisterAsync(Custom(
            BucketType, "data", ("corsRules", PropertyValue.SecretOf(new[] { rule })), ("tags", PropertyValue.SecretOf(PropertyMap.Of(("a", "b"))))));

        var inputs = engine.InputsOf(response.Urn);
        Assert.True(inputs["corsRules"].IsSecret);
        Assert.Equal(PropertyValue.SecretOf(PropertyMap.Of(("a", "b"))), inputs["tags"]);
        Assert.Contains(inputs["corsRules"][0].Members.WithInternal.Names(), name => name == "__defaults");
    }

    [Fact]
    public async Task A_secret_in_the_settings_is_secret_in_the_provider()
    {
        var config = Config(("aws:region", "eu-west-1"), ("aws:token", "hush")) with { SecretKeys = ["aws:token"] };
        var engine = await StartAsync(config);

        await engine.RegisterAsync(Custom(BucketType, "data"));

        var provider = engine.InputsOf("urn:pulumi:dev::shop::pulumi:providers:aws::default_7_48_0");
        Assert.Equal(PropertyValue.SecretOf("hush"), provider["token"]);
        Assert.Equal(PropertyValue.Of("eu-west-1"), provider["region"]);
    }
}
