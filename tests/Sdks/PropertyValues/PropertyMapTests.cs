using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PropertyValues;

namespace Sdks.Tests.PropertyValues;

public class PropertyMapTests
{
    [Fact]
    public void What_is_written_is_a_protobuf_struct()
    {
        var map = PropertyMap.Of(("name", "ranking"), ("count", 2), ("ratio", 0.5), ("spot", true), ("none", null),
            ("tags", new Dictionary<string, string> { ["team"] = new('x', 300) }), ("list", new object?[] { 1, "two", null }));

        var parsed = Struct.Parser.ParseFrom(map.Encoded.Span);

        Assert.Equal(
            $$"""{ "name": "ranking", "count": 2, "ratio": 0.5, "spot": true, "none": null, "tags": { "team": "{{new string('x', 300)}}" }, "list": [ 1, "two", null ] }""",
            JsonFormatter.Default.Format(parsed));
    }

    [Fact]
    public void What_protobuf_writes_is_read()
    {
        var written = JsonParser.Default.Parse<Struct>(
            """{"a":"text","b":3,"c":[true,false],"d":{"e":{"f":null}},"long":"%"}""".Replace("%", new string('é', 5000)));

        var map = PropertyMap.Decode(written.ToByteArray());

        Assert.Equal("text", map["a"].AsString());
        Assert.Equal(3, map["b"].AsInt32());
        Assert.True(map["c"][0].AsBool());
        Assert.False(map["c"][1].AsBool());
        Assert.Equal(PropertyKind.Null, map["d"]["e"]["f"].Kind);
        Assert.Equal(5000, map["long"].AsString()!.Length);
        Assert.True(map["nothing"].IsMissing);
        Assert.Equal(["a", "b", "c", "d", "long"], Names(map));
    }

    [Theory]
    [InlineData(Sentinels.Unknown)]
    [InlineData(Sentinels.UnknownBool)]
    [InlineData(Sentinels.UnknownNumber)]
    [InlineData(Sentinels.UnknownList)]
    [InlineData(Sentinels.UnknownObject)]
    [InlineData(Sentinels.UnknownAsset)]
    [InlineData(Sentinels.UnknownArchive)]
    public void Each_of_the_seven_unknowns_is_unknown_and_so_is_what_would_be_in_it(string sentinel)
    {
        var map = PropertyMap.Of(("config", sentinel));

        Assert.True(map["config"].IsUnknown);
        Assert.True(map["config"]["instanceType"].IsUnknown);
        Assert.True(map["config"][3].IsUnknown);
        Assert.Null(map["config"].AsString());
        Assert.True(map.ContainsUnknown());
        Assert.Equal("""{"config":"[unknown]"}""", map.ToString());
    }

    [Fact]
    public void A_secret_is_seen_through_and_never_printed()
    {
        var map = PropertyMap.Of(("password", PropertyValue.SecretOf(new Dictionary<string, object?> { ["inner"] = "hunter2" })));

        Assert.True(map["password"].IsSecret);
        Assert.True(map["password"]["inner"].IsSecret);
        Assert.Equal("hunter2", map["password"]["inner"].AsString());
        Assert.Equal("""{"password":"[secret]"}""", map.ToString());
    }

    [Fact]
    public void What_is_inside_of_a_secret_is_not_printed_either()
    {
        var members = PropertyValue.SecretOf(PropertyMap.Of(("inner", "hunter2"))).Members;

        Assert.Equal("\"[secret]\"", members.ToString());
        Assert.Equal("\"[secret]\"", members.With("more", PropertyValue.Of(1)).ToString());
        Assert.Equal("\"[secret]\"", PropertyValue.FromMap(members).ToString());
    }

    [Fact]
    public void What_is_taken_out_of_a_secret_stays_secret_in_one_wrapper()
    {
        var secret = PropertyValue.SecretOf(PropertyMap.Of(("inner", PropertyMap.Of(("key", "hunter2"))), ("list", new[] { "swordfish" })));

        Assert.Equal(PropertyValue.SecretOf("swordfish").Encoded.ToArray(), PropertyValue.Of(secret["list"][0]).Encoded.ToArray());
        Assert.Equal(secret.Encoded.ToArray(), PropertyValue.FromMap(secret.Members).Encoded.ToArray());
        Assert.Equal(secret.Encoded.ToArray(), PropertyValue.SecretOf(secret.Members).Encoded.ToArray());
        Assert.Equal(
            PropertyValue.SecretOf(PropertyMap.Of(("list", new[] { "swordfish" }), ("inner", 1))).Encoded.ToArray(),
            secret.With("inner", PropertyValue.Of(1)).Encoded.ToArray());
    }

    [Fact]
    public void A_secret_may_be_unknown()
    {
        var value = PropertyValue.SecretOf(Sentinels.Unknown);

        Assert.True(value.IsSecret);
        Assert.True(value.IsUnknown);
    }

    [Fact]
    public void An_output_value_is_what_it_holds_and_unknown_when_it_holds_nothing()
    {
        PropertyValue Output(params (string, object?)[] members) => PropertyValue.Of(
            PropertyMap.Of([(Sentinels.SignatureKey, Sentinels.OutputValue), .. members]));

        Assert.Equal("x", Output(("value", "x"), ("dependencies", new[] { "urn" })).AsString());
        Assert.False(Output(("value", "x")).IsSecret);
        Assert.True(Output(("value", "x"), ("secret", true)).IsSecret);
        Assert.True(Output(("secret", true)) is { IsUnknown: true, IsSecret: true });
    }

    [Theory]
    [InlineData(Sentinels.Asset, PropertyKind.Asset)]
    [InlineData(Sentinels.Archive, PropertyKind.Archive)]
    [InlineData(Sentinels.Resource, PropertyKind.Resource)]
    public void Other_special_values_keep_their_members(string signature, PropertyKind kind)
    {
        var value = PropertyValue.Of(PropertyMap.Of((Sentinels.SignatureKey, signature), ("path", "model.tar.gz")));

        Assert.Equal(kind, value.Kind);
        Assert.Equal("model.tar.gz", value["path"].AsString());
    }

    [Fact]
    public void A_signature_nobody_knows_is_refused()
    {
        var map = PropertyMap.Of(("x", PropertyMap.Of((Sentinels.SignatureKey, "0000"))));

        var error = Assert.Throws<InvalidDataException>(() => map["x"]);

        Assert.Contains("0000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bookkeeping_names_are_not_properties_but_survive_changes()
    {
        var map = PropertyMap.Of(("__defaults", new[] { "name" }), ("name", "a"), ("size", 1));

        var changed = map.With("name", PropertyValue.Of("b")).Without("size");

        Assert.Equal(["name"], Names(changed));
        Assert.Equal(1, changed.Count);
        Assert.Equal("b", changed["name"].AsString());
        Assert.Equal(1, changed["__defaults"].Items.Count);
    }

    [Fact]
    public void A_change_inside_of_a_secret_keeps_it_secret()
    {
        var config = PropertyValue.SecretOf(PropertyMap.Of(("instanceType", "ml.p4d.24xlarge"), ("other", Sentinels.Unknown)));

        var changed = config.With("instanceType", PropertyValue.Of("ml.g5.xlarge"));

        Assert.True(changed.IsSecret);
        Assert.Equal("ml.g5.xlarge", changed["instanceType"].AsString());
        Assert.True(changed["other"].IsUnknown);
    }

    [Fact]
    public void Equality_does_not_depend_on_order_or_encoding()
    {
        var one = PropertyMap.Of(("a", 1), ("b", new[] { "x" }));
        var other = PropertyMap.Decode(JsonParser.Default.Parse<Struct>("""{"b":["x"],"a":1}""").ToByteArray());

        Assert.Equal(one, other);
        Assert.NotEqual(one, other.With("a", PropertyValue.Of(2)));
        Assert.NotEqual(one, other.With("c", PropertyValue.Of(2)));
        Assert.NotEqual(PropertyValue.Of("x"), PropertyValue.SecretOf("x"));
    }

    [Fact]
    public void Nesting_has_no_limit_that_a_stack_would_meet()
    {
        var value = PropertyValue.Of("bottom");
        for (var depth = 0; depth < 500; depth++)
        {
            value = PropertyValue.Of(PropertyMap.Of(("next", value)));
        }

        var read = PropertyValue.Decode(value.Encoded);
        for (var depth = 0; depth < 500; depth++)
        {
            read = read["next"];
        }

        Assert.Equal("bottom", read.AsString());
        Assert.False(value.ContainsUnknown());
    }

    [Fact]
    public void A_map_seen_as_a_value_reads_and_writes_like_any_other()
    {
        var map = PropertyMap.Of(("name", "ranking"));

        var value = PropertyValue.FromMap(map);

        Assert.Equal("ranking", value["name"].AsString());
        Assert.Equal(PropertyValue.Of(map), value);
        Assert.Equal("ranking", PropertyValue.Decode(value.Encoded)["name"].AsString());
        Assert.Equal("ranking", PropertyMap.Of(("inner", value))["inner"]["name"].AsString());
    }

    [Fact]
    public void Damaged_bytes_are_said_to_be_damaged()
    {
        var bytes = PropertyMap.Of(("name", "ranking")).Encoded.ToArray();

        Assert.Throws<InvalidDataException>(() => PropertyMap.Decode(bytes.AsMemory(0, bytes.Length - 3))["name"]);
    }

    [Fact]
    public void Json_is_taken_over_as_it_is()
    {
        using var json = JsonDocument.Parse("""{"a":[1,{"b":null}],"c":false}""");

        Assert.Equal("""{"a":[1,{"b":null}],"c":false}""", PropertyValue.Of(json.RootElement).ToString());
    }

    [Fact]
    public void Text_that_spells_a_number_or_a_flag_reads_as_one()
    {
        var map = PropertyMap.Of(("count", "4"), ("spot", "true"), ("size", 2.5));

        Assert.Equal(4, map["count"].AsInt32());
        Assert.True(map["spot"].AsBool());
        Assert.Null(map["size"].AsInt32());
    }

    private static string[] Names(PropertyMap map)
    {
        var names = new List<string>();
        foreach (var member in map)
        {
            names.Add(member.Name);
        }

        return [.. names];
    }
}
