using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Pulumi.Utilities;

namespace Sdks.Tests.PulumiCore;

public class OutputTests
{
    private static readonly Output<int> Unknown = OutputUtilities.CreateUnknown(42);

    [Fact]
    public async Task Apply_transforms_a_known_value()
    {
        var length = Output.Create("four").Apply(text => text.Length);

        Assert.Equal(4, await OutputUtilities.GetValueAsync(length));
        Assert.True(await OutputUtilities.GetIsKnownAsync(length));
    }

    [Fact]
    public async Task Apply_waits_for_tasks_outputs_and_inputs()
    {
        var start = Output.Create(Later(1));

        var task = start.Apply(async number => await Later(number + 1));
        var output = start.Apply(number => Output.Create(number + 2));
        var input = start.Apply(number => (Input<int>)(number + 3));

        Assert.Equal(2, await OutputUtilities.GetValueAsync(task));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(output));
        Assert.Equal(4, await OutputUtilities.GetValueAsync(input));
    }

    [Fact]
    public async Task Apply_does_not_run_on_an_unknown_value()
    {
        var ran = false;

        var applied = Unknown.Apply(number => ran = number > 0).Apply(flag => Output.Create(flag));

        Assert.False(await OutputUtilities.GetIsKnownAsync(applied));
        Assert.False(ran);
    }

    [Fact]
    public async Task Apply_on_a_known_value_that_gives_an_unknown_one_is_unknown()
    {
        var applied = Output.Create(1).Apply(_ => Unknown);

        Assert.False(await OutputUtilities.GetIsKnownAsync(applied));
    }

    [Fact]
    public async Task Apply_that_gives_no_output_is_null()
    {
        var applied = Output.Create(1).Apply(_ => (Output<string>?)null);

        Assert.Null(await OutputUtilities.GetValueAsync(applied));
        Assert.True(await OutputUtilities.GetIsKnownAsync(applied));
    }

    [Fact]
    public async Task A_secret_stays_secret_through_everything_but_unsecret()
    {
        var secret = Output.CreateSecret("token");
        var plain = Output.Create("plain");

        Assert.True(await Output.IsSecretAsync(secret.Apply(text => text.Length)));
        Assert.True(await Output.IsSecretAsync(plain.Apply(_ => secret)));
        Assert.True(await Output.IsSecretAsync(Output.Format($"{plain} {secret}")));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(plain, secret)));
        Assert.True(await Output.IsSecretAsync(Output.All(plain, secret)));
        Assert.True(await Output.IsSecretAsync(Output.JsonSerialize(Output.Create(new { secret }))));
        Assert.True(await Output.IsSecretAsync(Output.JsonDeserialize<int>(Output.CreateSecret("1"))));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Later(1))));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Unknown)));
        Assert.False(await Output.IsSecretAsync(plain));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret).Apply(text => text.Length)));
    }

    [Fact]
    public async Task What_is_joined_is_known_only_when_everything_is()
    {
        var known = Output.Create(1);

        Assert.Equal((1, 1), await OutputUtilities.GetValueAsync(Output.Tuple(known, known)));
        Assert.Equal(2, (await OutputUtilities.GetValueAsync(Output.All(known, known))).Length);
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Tuple(known, Unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(known, Unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"{known} {Unknown}")));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.JsonSerialize(Output.Create(new[] { known, Unknown }))));
    }

    [Fact]
    public async Task Tuples_hold_up_to_eight()
    {
        var one = Output.Create(1);

        var eight = Output.Tuple(one, one, one, one, one, one, one, Output.Create("eight"));
        var inputs = Output.Tuple((Input<int>)1, (Input<string>)"two", (Input<bool>)true);

        Assert.Equal((1, 1, 1, 1, 1, 1, 1, "eight"), await OutputUtilities.GetValueAsync(eight));
        Assert.Equal((1, "two", true), await OutputUtilities.GetValueAsync(inputs));
    }

    [Fact]
    public async Task Format_keeps_literals_specifiers_and_alignment()
    {
        var name = Output.Create("a");
        Input<int> count = 3;
        string? nothing = null;

        var text = Output.Format($"{{{name}}}: {count} x {0.5:F2}|{7,3}|{true}|{nothing}|{Output.Format($"<{name}>")}");

        Assert.Equal("{a}: 3 x 0.50|  7|True||<a>", await OutputUtilities.GetValueAsync(text));
    }

    [Fact]
    public async Task Json_is_written_with_everything_inside_resolved()
    {
        var document = Output.Create(new Dictionary<string, object?>
        {
            ["output"] = Output.Create(Later("später")),
            ["input"] = (Input<int>)3,
            ["list"] = new InputList<string> { "a", Output.Create("b") },
            ["map"] = new InputMap<string> { ["k"] = Output.Create(Output.Create("v").Apply(value => value)).Apply(inner => inner) },
            ["none"] = null,
        });

        var json = Output.JsonSerialize(document);
        var camel = Output.JsonSerialize(
            Output.Create(new { SomeName = Output.Create(1) }), new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

        Assert.Equal(
            """{"output":"sp\u00E4ter","input":3,"list":["a","b"],"map":{"k":"v"},"none":null}""",
            await OutputUtilities.GetValueAsync(json));
        Assert.Equal("""{"someName":1}""", await OutputUtilities.GetValueAsync(camel));
    }

    [Fact]
    public async Task Json_is_read()
    {
        var parsed = Output.JsonDeserialize<int[]>(Output.Create("[1,2]"));
        var numbers = await OutputUtilities.GetValueAsync(parsed);

        Assert.Equal([1, 2], numbers);
    }

    [Fact]
    public async Task Lists_have_a_first_and_a_length()
    {
        var list = Output.Create(ImmutableArray.Create("a", "b"));

        Assert.Equal("a", await OutputUtilities.GetValueAsync(list.First()));
        Assert.Equal("b", await OutputUtilities.GetValueAsync(list.GetAt(1)));
        Assert.Equal(2, await OutputUtilities.GetValueAsync(list.Length()));
    }

    [Fact]
    public void An_output_as_text_says_how_to_get_at_the_value() =>
        Assert.Contains("Output.Format", Output.Create("x").ToString(), StringComparison.Ordinal);

    private static async Task<T> Later<T>(T value)
    {
        await Task.Yield();
        return value;
    }
}
