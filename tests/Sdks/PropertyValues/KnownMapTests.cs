using PropertyValues;

namespace Sdks.Tests.PropertyValues;

public class KnownMapTests
{
    [Fact]
    public void A_map_is_made_from_plain_values_and_each_value_may_be_unknown()
    {
        KnownMap<string> tags = new Dictionary<string, Known<string>> { ["team"] = "ml", ["owner"] = Known<string>.Unknown };

        var read = new Dictionary<string, Known<string>>();
        foreach (var (key, value) in tags)
            read.Add(key, value);

        Assert.Equal(new() { ["team"] = "ml", ["owner"] = Known<string>.Unknown }, read);
        Assert.Equal(2, tags.Count);
        Assert.Equal("ml", tags["team"].Value);
        Assert.True(tags["owner"].IsUnknown);
    }

    [Fact]
    public void A_key_that_is_not_there_is_not_set()
    {
        var tags = KnownMap.Texts(PropertyValue.FromMap(PropertyMap.Of(("team", "ml"))));

        Assert.True(tags["owner"] is { IsKnown: true, Value: null });
        Assert.True(tags.ContainsKey("team"));
        Assert.False(tags.ContainsKey("owner"));
    }

    [Fact]
    public void Every_key_of_an_unknown_map_is_unknown_and_of_a_missing_one_not_set()
    {
        Assert.True(KnownMap.Texts(PropertyValue.Unknown)["team"].IsUnknown);
        Assert.True(KnownMap<string>.Unknown is { IsUnknown: true, IsMissing: false, Count: 0 });
        Assert.True(KnownMap<string>.Unknown["team"].IsUnknown);
        Assert.True(default(KnownMap<string>)["team"] is { IsKnown: true, Value: null });
        Assert.True(KnownMap.Integers(default).IsMissing);
    }

    [Fact]
    public void Maps_hold_numbers_and_flags_too()
    {
        Assert.Equal(3, KnownMap.Integers(PropertyValue.FromMap(PropertyMap.Of(("a", 3))))["a"].Value);
        Assert.Equal(0.5, KnownMap.Numbers(PropertyValue.FromMap(PropertyMap.Of(("a", 0.5))))["a"].Value);
        Assert.Equal(true, KnownMap.Flags(PropertyValue.FromMap(PropertyMap.Of(("a", true))))["a"].Value);
    }

    [Fact]
    public void Values_of_a_secret_map_are_secret() =>
        Assert.True(KnownMap.Texts(PropertyValue.SecretOf(PropertyMap.Of(("team", "ml"))))["team"].IsSecret);

    [Fact]
    public void Maps_with_the_same_values_are_equal_in_whatever_order()
    {
        KnownMap<string> one = new Dictionary<string, Known<string>> { ["a"] = "1", ["b"] = "2" };
        KnownMap<string> other = new Dictionary<string, Known<string>> { ["b"] = "2", ["a"] = "1" };

        Assert.True(one == other);
        Assert.True(one != new Dictionary<string, Known<string>> { ["a"] = "1" });
    }

    [Fact]
    public void Maps_and_lists_can_be_queried()
    {
        KnownMap<string> tags = new Dictionary<string, Known<string>> { ["team"] = "ml", ["owner"] = Known<string>.Unknown };
        KnownList<string> zones = ["a", Known<string>.Unknown];

        Assert.Equal(["owner"], from tag in tags where tag.Value.IsUnknown select tag.Key);
        Assert.Equal(["a"], from zone in zones where zone.IsKnown select zone.Value);
    }
}
