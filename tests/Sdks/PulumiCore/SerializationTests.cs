using System.Collections.Immutable;
using System.Text.Json;
using PropertyValues;
using Pulumi;
using Pulumi.Serialization;
using Pulumi.Utilities;

namespace Sdks.Tests.PulumiCore;

public class SerializationTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "null" },
        { "text", "\"text\"" },
        { true, "true" },
        { 3, "3" },
        { 0.25, "0.25" },
        { DayOfWeek.Tuesday, "2" },
        { TopicKind.Fifo, "\"FIFO\"" },
        { Union<string, int>.FromT1(3), "3" },
        { new object?[] { 1, null, "two", new[] { true } }, "[1,null,\"two\",[true]]" },
        { ImmutableArray.Create(1, 2), "[1,2]" },
        { new Dictionary<string, object?> { ["a"] = 1, ["none"] = null }, "{\"a\":1}" },
        { JsonDocument.Parse("{\"a\":[1,null]}").RootElement, "{\"a\":[1,null]}" },
        { (InputJson)"{\"b\":true}", "{\"b\":true}" },
        { Output.Create(Output.Create(1)), "1" },
        { new TopicRuleArgs { Target = "x", Weight = 0.5 }, "{\"target\":\"x\",\"weight\":0.5}" },
        { new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty.Add("a", 1).Add("b", null)), "{\"a\":1}" },
        { OutputUtilities.CreateUnknown("?"), $"\"{Sentinels.Unknown}\"" },
        { Output.CreateSecret(OutputUtilities.CreateUnknown("?")), $"\"{Sentinels.Unknown}\"" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Values_are_sent_as_the_protocol_wants_them(object? value, string json)
    {
        var sent = await new PropertySerializer(keepResources: true).SerializeAsync("test", value);

        Assert.Equal(json, PropertyJsonOf(sent));
    }

    [Theory]
    [InlineData(5_000_000_000L, "System.Int64 is not a supported argument type.\n\ttest.list[1].deep")]
    [InlineData('c', "System.Char is not a supported argument type.\n\ttest.list[1].deep")]
    public async Task A_type_that_cannot_be_sent_is_named_with_its_place(object value, string message)
    {
        var nested = new Dictionary<string, object?> { ["list"] = new object?[] { 1, new Dictionary<string, object?> { ["deep"] = value } } };

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await new PropertySerializer(true).SerializeAsync("test", nested));

        Assert.Equal(message, error.Message);
    }

    [Fact]
    public async Task A_task_is_refused_and_the_way_out_named()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await new PropertySerializer(true).SerializeAsync("test", Task.FromResult(1)));

        Assert.Contains("wrap your Task in an Output", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_argument_that_is_missing_is_named()
    {
        var error = await Assert.ThrowsAsync<ArgumentNullException>(
            async () => await new PropertySerializer(true).SerializeAsync("test", new TopicRuleArgs()));

        Assert.StartsWith(
            "[Input] Sdks.Tests.PulumiCore.TopicRuleArgs.Target is required but was not given a value", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_wrapped_where_it_stands()
    {
        var sent = await RoundTripAsync(new Dictionary<string, object?> { ["open"] = 1, ["token"] = Output.CreateSecret("s") });

        Assert.False(sent["open"].IsSecret);
        Assert.True(sent["token"].IsSecret);
        Assert.Equal("s", sent["token"].AsString());
    }

    [Fact]
    public async Task What_the_schema_calls_json_is_sent_as_text()
    {
        var sent = await RoundTripAsync(new TopicArgs { Defaults = new TopicRuleArgs { Target = "x", Weight = 1 } });

        Assert.Equal("{ \"target\": \"x\", \"weight\": 1 }", sent["defaults"].AsString());
    }

    [Fact]
    public async Task Collections_are_sent_empty_once_they_were_looked_at()
    {
        var args = new TopicArgs();
        var before = await RoundTripAsync(args);
        _ = (args.Tags, args.Rules);
        var after = await RoundTripAsync(args);

        Assert.True(before.IsEmpty);
        Assert.Equal((PropertyKind.Object, PropertyKind.List), (after["tags"].Kind, after["rules"].Kind));
    }

    [Fact]
    public async Task A_secret_inside_of_json_text_makes_the_text_secret_and_an_unknown_unknown()
    {
        var secret = await RoundTripAsync(new TopicArgs { Defaults = new TopicRuleArgs { Target = Output.CreateSecret("s") } });
        var unknown = await RoundTripAsync(new TopicArgs { Defaults = new TopicRuleArgs { Target = OutputUtilities.CreateUnknown("?") } });

        Assert.True(secret["defaults"].IsSecret);
        Assert.Equal("{ \"target\": \"s\" }", secret["defaults"].AsString());
        Assert.True(unknown["defaults"].IsUnknown);
    }

    [Fact]
    public async Task Assets_and_archives_travel_both_ways()
    {
        var archive = new AssetArchive(new Dictionary<string, AssetOrArchive>
        {
            ["a"] = new StringAsset("text"),
            ["b"] = new FileAsset("b.txt"),
            ["c"] = new RemoteArchive("https://example.com/c.zip"),
        });

        var sent = await RoundTripAsync(new Dictionary<string, object?> { ["code"] = archive });
        var read = Assert.IsType<AssetArchive>(ValueReader.Read(sent["code"], typeof(Archive)).Value);

        Assert.Equal(PropertyKind.Archive, sent["code"].Kind);
        Assert.Equal("text", sent["code"]["assets"]["a"]["text"].AsString());
        var again = await RoundTripAsync(new Dictionary<string, object?> { ["code"] = read });
        Assert.Equal(sent, again);
    }

    [Fact]
    public async Task Values_nested_far_deeper_than_protobuf_parses_travel_both_ways()
    {
        const int Depth = 1000;
        object value = "bottom";
        for (var level = 0; level < Depth; level++)
        {
            value = level % 2 == 0 ? new[] { value } : new Dictionary<string, object?> { ["in"] = value };
        }

        var sent = await RoundTripAsync(new Dictionary<string, object?> { ["deep"] = value });
        var read = ValueReader.Read(sent["deep"], typeof(object)).Value;

        for (var level = 0; level < Depth; level++)
        {
            read = read is ImmutableArray<object> list ? list[0] : ((ImmutableDictionary<string, object>)read!)["in"];
        }

        Assert.Equal("bottom", read);
    }

    [Fact]
    public async Task An_object_that_a_provider_gave_keeps_its_nulls_when_sent_again()
    {
        var given = PropertyMap.Of(("target", "x"));
        var rule = ValueReader.Read(PropertyValue.Of(given), typeof(TopicRule)).Value;

        var sent = await new PropertySerializer(true).SerializeAsync("test", rule);

        Assert.Equal("{\"target\":\"x\",\"weight\":null,\"labels\":[],\"event\":null}", PropertyJsonOf(sent));
    }

    private static async Task<PropertyMap> RoundTripAsync(object value) =>
        PropertyBag.Decode(PropertyBag.Encode((Dictionary<string, object?>)(await new PropertySerializer(true).SerializeAsync("test", value))!));

    private static string PropertyJsonOf(object? sent) => PropertyValue.Of(sent).ToString() switch
    {
        "[unknown]" => $"\"{Sentinels.Unknown}\"",
        "\"[unknown]\"" => $"\"{Sentinels.Unknown}\"",
        var json => json,
    };
}
