namespace Sdks.Tests.Generate;

public sealed class GeneratedSdkTests : IDisposable
{
    private const string Everything = """
        pulumi:providers:demo
        demo:toolbox/widget:Widget
        demo:toolbox/getWidget:getWidget
        """;

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Two_runs_give_the_same_whatever_the_order_of_the_manifest()
    {
        _workspace.Run(Everything);
        var first = _workspace.Read();

        using var other = new Workspace();
        other.Run(string.Join('\n', Everything.Split('\n').Reverse()));

        Assert.Equal(first, other.Read());
    }

    [Fact]
    public void A_second_run_writes_nothing()
    {
        _workspace.Run(Everything);
        var past = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        foreach (var file in _workspace.Files)
            File.SetLastWriteTimeUtc(file, past);

        _workspace.Run($"{Everything}\n\n# a comment");

        Assert.All(_workspace.Files, file => Assert.Equal(past, File.GetLastWriteTimeUtc(file)));
    }

    [Fact]
    public void One_more_line_adds_one_file_and_taking_it_away_deletes_it()
    {
        _workspace.Run(Everything);
        var before = _workspace.Read().Keys.ToList();

        _workspace.Run($"{Everything}\ndemo:toolbox/gadget:Gadget # as big as you like");
        var during = _workspace.Read().Keys.ToList();
        _workspace.Run(Everything);

        Assert.Equal(["ToolBox/Gadget.cs"], during.Except(before));
        Assert.Equal(before, _workspace.Read().Keys);
    }

    [Fact]
    public void Every_file_names_schema_and_version_and_copies_no_prose()
    {
        _workspace.Run(Everything);

        Assert.All(_workspace.Read().Values, text => Assert.Contains("from the schema of demo 2.1.0", text, StringComparison.Ordinal));
        Assert.All(_workspace.Read().Values, text => Assert.DoesNotContain("Prose", text, StringComparison.Ordinal));
        Assert.All(_workspace.Read().Values, text => Assert.DoesNotContain('\r', text));
    }

    [Fact]
    public void What_nothing_refers_to_is_not_emitted()
    {
        _workspace.Run("demo:toolbox/gadget:Gadget");

        Assert.Equal(["Package.cs", "ToolBox/Gadget.cs"], _workspace.Read().Keys);
    }

    [Theory]
    [InlineData("ToolBox/Widget.cs", "[Input(\"widget\")]\n    public Input<string>? WidgetName { get; set; }")]
    [InlineData("ToolBox/Widget.cs", "private InputList<global::Pulumi.Demo.ToolBox.Inputs.PartArgs>? _parts;")]
    [InlineData("ToolBox/Widget.cs", "set => _secretTags = Utilities.Secret(value);")]
    [InlineData("ToolBox/Widget.cs", "public InputUnion<string, global::Pulumi.Demo.ToolBox.Colour>? Colour { get; set; }")]
    [InlineData("ToolBox/Widget.cs", "public Input<string>? Policy { get; set; }")]
    [InlineData("ToolBox/Widget.cs", "[Input(\"size\", required: true)]\n    public object Size { get; set; } = null!;")]
    [InlineData("ToolBox/Widget.cs", "public Input<object>? Event { get; set; }")]
    [InlineData("ToolBox/Widget.cs", "Label = \"say \\\"hi\\\"\";")]
    [InlineData("ToolBox/Widget.cs", "Aliases = { new global::Pulumi.Alias { Type = \"demo:tools/widget:Widget\" } },")]
    [InlineData("ToolBox/Widget.cs", "AdditionalSecretOutputs = { \"token\" },")]
    [InlineData("ToolBox.Enums.cs", "[Obsolete(\"dull\")]\n    public static Colour Grey")]
    [InlineData("Provider.cs", "Zone = Utilities.GetEnv(\"DEMO_ZONE\")!;")]
    [InlineData("ToolBox.Inputs.cs", "public sealed class Part : global::Pulumi.InvokeArgs")]
    [InlineData("ToolBox.Outputs.cs", "private Part(string? @namespace)")]
    public void Each_kind_of_member_has_the_shape_of_the_official_generator(string file, string expected)
    {
        _workspace.Run(Everything);

        Assert.Contains(expected, _workspace.Read()[file], StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_that_replace_go_through_lists_and_end_where_a_type_contains_itself()
    {
        _workspace.Run(Everything);

        Assert.Contains(
            "ReplaceOnChanges = { \"label\", \"parts[*].namespace\", \"tree.leaf\" },",
            _workspace.Read()["ToolBox/Widget.cs"],
            StringComparison.Ordinal);
    }
}
