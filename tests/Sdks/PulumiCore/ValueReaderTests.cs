using System.Collections.Immutable;
using System.Text.Json;
using PropertyValues;
using Pulumi;
using Pulumi.Serialization;

namespace Sdks.Tests.PulumiCore;

public class ValueReaderTests
{
    [Fact]
    public void Values_are_read_into_the_types_that_generated_code_has()
    {
        Assert.Equal("a", Read<string>("a"));
        Assert.Equal(3, Read<int>(3));
        Assert.Equal(3, Read<int?>(3));
        Assert.Null(Read<int?>(null));
        Assert.Equal(0.5, Read<double>(0.5));
        Assert.True(Read<bool>(true));
        Assert.Equal<string>(["a", "b"], Read<ImmutableArray<string>>(new[] { "a", "b" }));
        Assert.Empty(Read<ImmutableArray<string>>(null));
        Assert.Equal(1, Read<ImmutableDictionary<string, int>>(new Dictionary<string, object?> { ["a"] = 1 })["a"]);
        Assert.Null(Read<ImmutableDictionary<string, int>?>(null));
        Assert.Equal("FIFO", Read<TopicKind>("FIFO").ToString());
        Assert.Equal(DayOfWeek.Tuesday, Read<DayOfWeek>(2));
        Assert.Equal("a", Read<Union<string, int>>("a").AsT0);
        Assert.Equal(3, Read<Union<TopicRule, int>>(3).AsT1);
        Assert.Equal(1, Read<JsonElement>(new Dictionary<string, object?> { ["a"] = 1 }).GetProperty("a").GetDouble());
        Assert.Equal(1.0, ((ImmutableArray<object>)Read<object>(new object[] { 1 }))[0]);
    }

    [Fact]
    public void An_output_type_is_made_from_its_properties()
    {
        var rule = Read<TopicRule>(new Dictionary<string, object?> { ["target"] = "x", ["weight"] = 0.5, ["event"] = "all", ["other"] = 1 });

        Assert.Equal(("x", 0.5, "all"), (rule.Target, rule.Weight, rule.Event));
        Assert.Empty(rule.Labels);
    }

    [Fact]
    public void One_secret_inside_makes_the_whole_secret()
    {
        var data = ReadData<ImmutableArray<string>>(PropertyValue.Of(new object[] { "a", PropertyValue.SecretOf("s") }));

        Assert.Equal((true, true), (data.IsKnown, data.IsSecret));
        Assert.Equal<string>(["a", "s"], data.ValueAs<ImmutableArray<string>>());
    }

    [Fact]
    public void One_unknown_inside_makes_the_whole_unknown()
    {
        var list = ReadData<ImmutableArray<string>>(PropertyValue.Of(new object[] { "a", PropertyValue.Unknown }));
        var rule = ReadData<TopicRule>(PropertyValue.Of(new Dictionary<string, object?> { ["target"] = PropertyValue.Unknown }));
        var secret = ReadData<string>(PropertyValue.SecretOf(Sentinels.Unknown));

        Assert.False(list.IsKnown);
        Assert.False(rule.IsKnown);
        Assert.Equal((false, true), (secret.IsKnown, secret.IsSecret));
    }

    [Fact]
    public void A_value_of_another_type_is_named_with_its_place()
    {
        var rules = new Dictionary<string, object?> { ["target"] = new[] { "no text" } };

        var error = Assert.Throws<ValueReaderException>(() => Read<ImmutableArray<TopicRule>>(new[] { rules }));

        Assert.Equal("[0].target is a value of kind List, expected System.String.", error.Message);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1e12)]
    public void A_number_that_is_no_integer_of_32_bits_is_refused(double number) =>
        Assert.Throws<ValueReaderException>(() => Read<int>(number));

    private static T Read<T>(object? value) => ReadData<T>(PropertyValue.Of(value)).ValueAs<T>();

    private static OutputData ReadData<T>(PropertyValue value) => ValueReader.Read(value, typeof(T));
}
