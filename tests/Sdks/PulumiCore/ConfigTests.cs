using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace Sdks.Tests.PulumiCore;

public class ConfigTests
{
    private static readonly ImmutableDictionary<string, string> Values = new Dictionary<string, string>
    {
        ["shop:text"] = "hello",
        ["shop:flag"] = "true",
        ["shop:count"] = "3",
        ["shop:rate"] = "0.25",
        ["shop:list"] = "[\"a\",\"b\"]",
        ["shop:limits"] = "{\"Instance\":\"ml.g5.xlarge\",\"Hours\":72}",
        ["shop:empty"] = "",
        ["aws:region"] = "eu-west-1",
    }.ToImmutableDictionary();

    [Fact]
    public Task Values_are_read_as_the_type_asked_for() => WithConfig(config =>
    {
        Assert.Equal("hello", config.Require("text"));
        Assert.True(config.RequireBoolean("flag"));
        Assert.Equal(3, config.RequireInt32("count"));
        Assert.Equal(0.25, config.RequireDouble("rate"));
        Assert.Equal(["a", "b"], config.RequireObject<string[]>("list"));
        Assert.Equal(new Limits("ml.g5.xlarge", 72), config.GetObject<Limits>("limits"));
        Assert.Equal("", config.Get("empty"));
        Assert.Equal("eu-west-1", new Config("aws").Get("region"));
        Assert.Equal("hello", new Config("shop").Get("text"));
        Assert.Equal("{\"Instance\":\"ml.g5.xlarge\",\"Hours\":72}", config.Get("limits"));
    });

    [Fact]
    public Task What_is_missing_is_null() => WithConfig(config =>
    {
        Assert.Null(config.Get("missing"));
        Assert.Null(config.GetBoolean("missing"));
        Assert.Null(config.GetInt32("missing"));
        Assert.Null(config.GetDouble("missing"));
        Assert.Null(config.GetObject<string[]>("missing"));
        Assert.Null(config.GetSecret("missing"));
        Assert.Null(config.GetSecretInt32("missing"));
        Assert.Null(config.GetSecretObject<string[]>("missing"));
    });

    [Fact]
    public Task What_is_read_as_secret_is_secret() => WithConfig(async config =>
    {
        Assert.True(await Output.IsSecretAsync(config.RequireSecret("text")));
        Assert.True(await Output.IsSecretAsync(config.RequireSecretBoolean("flag")));
        Assert.True(await Output.IsSecretAsync(config.RequireSecretInt32("count")));
        Assert.True(await Output.IsSecretAsync(config.RequireSecretDouble("rate")));
        Assert.Equal(["a", "b"], await OutputUtilities.GetValueAsync(config.RequireSecretObject<string[]>("list")));
    });

    [Fact]
    public Task A_missing_required_value_comes_with_the_command_that_sets_it() => WithConfig(config =>
    {
        const string Message =
            "Missing Required configuration variable 'shop:gone'\n\tplease set a value using the command `pulumi config set shop:gone <value>`";

        Assert.Equal(Message, Assert.ThrowsAny<RunException>(() => config.Require("gone")).Message);
        Assert.Equal(Message, Assert.ThrowsAny<RunException>(() => config.RequireSecret("gone")).Message);
        Assert.Equal(Message, Assert.ThrowsAny<RunException>(() => config.RequireInt32("gone")).Message);
        Assert.Equal(Message, Assert.ThrowsAny<RunException>(() => config.RequireObject<int[]>("gone")).Message);
    });

    [Fact]
    public Task A_value_of_another_type_is_named_with_the_type() => WithConfig(config =>
    {
        Assert.Equal("Configuration 'shop:text' value 'hello' is not a valid Int32", Refused(() => config.GetInt32("text")));
        Assert.Equal("Configuration 'shop:text' value 'hello' is not a valid Boolean", Refused(() => config.GetBoolean("text")));
        Assert.Equal("Configuration 'shop:text' value 'hello' is not a valid Double", Refused(() => config.GetDouble("text")));
        Assert.Equal(
            "Configuration 'shop:list' value '[\"a\",\"b\"]' is not a valid System.Int32[]", Refused(() => config.GetObject<int[]>("list")));
    });

    [Fact]
    public Task Objects_are_read_with_the_options_given() => WithConfig(config =>
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        Assert.Null(config.RequireObject<Limits>("limits", options).Instance);
    });

    private static string Refused(Func<object?> read) => Assert.ThrowsAny<RunException>(read).Message;

    private static Task WithConfig(Action<Config> check) => WithConfig(config =>
    {
        check(config);
        return Task.CompletedTask;
    });

    private static async Task WithConfig(Func<Config, Task> check)
    {
        var engine = new RecordingEngine { Config = Values };

        var exitCode = await engine.RunAsync(() => Deployment.RunAsync(() => check(new Config())));

        Assert.True(exitCode == 0, string.Join('\n', engine.Errors));
    }

    private sealed record Limits(string Instance, int Hours);
}
