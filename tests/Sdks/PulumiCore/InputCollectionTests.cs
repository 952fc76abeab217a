using System.Collections;
using System.Collections.Immutable;
using PropertyValues;
using Pulumi;
using Pulumi.Serialization;
using Pulumi.Utilities;

namespace Sdks.Tests.PulumiCore;

public class InputCollectionTests
{
    private static readonly Output<string> Unknown = OutputUtilities.CreateUnknown("?");

    [Fact]
    public async Task An_unknown_element_leaves_the_others_known()
    {
        var list = new InputList<string> { "a", Unknown, "b" };
        var map = new InputMap<string> { ["a"] = "1", ["b"] = Unknown };

        Assert.Equal(new object?[] { "a", Sentinels.Unknown, "b" }, await SerializeAsync(list));
        Assert.Equal(new Dictionary<string, object?> { ["a"] = "1", ["b"] = Sentinels.Unknown }, await SerializeAsync(map));
        Assert.False(await OutputUtilities.GetIsKnownAsync(list.ToOutput()));
    }

    [Fact]
    public async Task An_unknown_list_or_map_is_unknown_as_a_whole()
    {
        InputList<string> list = Unknown.Apply(value => new[] { value });
        InputMap<string> map = Unknown.Apply(value => new Dictionary<string, string> { ["a"] = value });

        Assert.Equal(Sentinels.Unknown, await SerializeAsync(list));
        Assert.Equal(Sentinels.Unknown, await SerializeAsync(map));
    }

    public static TheoryData<InputList<string>> Lists => new(
        new[] { "a", "b" },
        new Input<string>[] { "a", Output.Create("b") },
        new[] { Output.Create("a"), Output.Create("b") },
        new List<string> { "a", "b" },
        new List<Input<string>> { "a", "b" },
        new List<Output<string>> { Output.Create("a"), Output.Create("b") },
        ImmutableArray.Create("a", "b"),
        ImmutableArray.Create<Input<string>>("a", "b"),
        Output.Create(new[] { "a", "b" }),
        Output.Create(new List<string> { "a", "b" }),
        Output.Create<IEnumerable<string>>(["a", "b"]),
        Output.Create(ImmutableArray.Create("a", "b")),
        new InputList<string> { "a" }.Concat("b"),
        new InputList<string> { (Input<string>)"a", Output.Create("b") });

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Lists_come_from_all_kinds_of_values(InputList<string> list) =>
        Assert.Equal(new object?[] { "a", "b" }, await SerializeAsync(list));

    [Fact]
    public async Task Lists_grow_in_order()
    {
        var more = new InputList<string> { "b" };
        var list = new InputList<string> { "a" };
        list.AddRange(more);
        list.Add("c", "d");
        list.AddRange(Output.Create(new[] { "e" }));
        more.Add("never seen");

        Assert.Equal<string>(["a", "b", "c", "d", "e"], await OutputUtilities.GetValueAsync(list.ToOutput()));
    }

    [Fact]
    public async Task The_second_map_of_a_merge_wins()
    {
        var merged = InputMap<string>.Merge(
            new() { ["team"] = "ml", ["keep"] = "1" }, new() { ["team"] = "data" });

        var values = await OutputUtilities.GetValueAsync(merged.ToOutput());

        Assert.Equal(("data", "1"), (values["team"], values["keep"]));
    }

    [Fact]
    public async Task A_key_given_twice_is_an_error_only_where_the_values_differ()
    {
        var same = new InputMap<string> { { "team", "ml" }, { "team", Output.Create("ml") } };
        var different = new InputMap<string> { { "team", "ml" }, { "team", "data" } };

        Assert.Equal("ml", (await OutputUtilities.GetValueAsync(same.ToOutput()))["team"]);
        var error = await Assert.ThrowsAsync<ArgumentException>(() => OutputUtilities.GetValueAsync(different.ToOutput()));
        Assert.Equal("Key 'team' already exists in the map with a different value.", error.Message);
    }

    [Fact]
    public async Task Collections_are_enumerated_only_asynchronously()
    {
        var list = new InputList<int> { 1, 2 };
        var map = new InputMap<int> { ["a"] = 1 };
        var sum = 0;

        await foreach (var item in list)
        {
            sum += await OutputUtilities.GetValueAsync(item.ToOutput());
        }

        await foreach (var item in map)
        {
            sum += (await OutputUtilities.GetValueAsync(item.ToOutput())).Value;
        }

        Assert.Equal(4, sum);
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)list).GetEnumerator());
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)map).GetEnumerator());
    }

    [Fact]
    public async Task A_secret_inside_of_a_list_wraps_only_itself()
    {
        var list = new InputList<string> { "a", Output.CreateSecret("s") };

        var items = Assert.IsType<List<object?>>(await SerializeAsync(list));

        Assert.Equal("a", items[0]);
        var secret = Assert.IsType<Dictionary<string, object?>>(items[1]);
        Assert.Equal((Sentinels.Secret, "s"), (secret[Sentinels.SignatureKey], secret["value"]));
    }

    [Fact]
    public async Task Unions_take_either_type()
    {
        InputUnion<string, int> text = "a", number = 3, output = Output.Create(4);
        var list = new InputList<Union<string, int>>();
        list.Add((Input<string>)"a");
        list.Add((Input<int>)5);

        Assert.Equal("a", await SerializeAsync(text));
        Assert.Equal(3.0, await SerializeAsync(number));
        Assert.Equal(4.0, await SerializeAsync(output));
        Assert.Equal(new object?[] { "a", 5.0 }, await SerializeAsync(list));
        Assert.Equal("7", Union<string, int>.FromT1(7).Match(t => t, n => $"{n}"));
        Assert.Throws<InvalidOperationException>(() => Union<string, int>.FromT0("x").AsT1);
    }

    private static async Task<object?> SerializeAsync(object value) =>
        await new PropertySerializer(keepResources: true).SerializeAsync("test", value);
}
