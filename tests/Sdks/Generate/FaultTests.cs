namespace Sdks.Tests.Generate;

public sealed class FaultTests : IDisposable
{
    private const string Gadget = "demo:toolbox/gadget:Gadget";

    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void An_unknown_token_is_refused_with_file_line_and_what_may_have_been_meant()
    {
        var exit = _workspace.Run("# tools\ndemo:toolbox/gadget:Gadget\ndemo:toolbox/wigdet:Widget\n");

        Assert.Equal(1, exit);
        Assert.StartsWith($"{_workspace.Manifest}(3): error GENERATE: 'demo:toolbox/wigdet:Widget' is not ", _workspace.Errors, StringComparison.Ordinal);
        Assert.Contains("demo 2.1.0", _workspace.Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean demo:toolbox/widget:Widget", _workspace.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workspace.Output));
    }

    [Fact]
    public void The_right_name_in_the_wrong_module_is_near() =>
        Assert.Contains("Did you mean demo:toolbox/gadget:Gadget?", Refused("demo:machines/electronics/gadgets:Gadget"), StringComparison.Ordinal);

    [Fact]
    public void Where_nothing_is_near_the_message_says_so() =>
        Assert.Contains("Nothing there is called alike.", Refused("gcp:storage/archive:Vault"), StringComparison.Ordinal);

    [Fact]
    public void A_token_listed_twice_is_refused_with_both_lines() =>
        Assert.Contains(
            "(2): error GENERATE: demo:toolbox/gadget:Gadget is listed twice, first in line 1.",
            Refused("demo:toolbox/gadget:Gadget\n  demo:toolbox/gadget:Gadget # again"),
            StringComparison.Ordinal);

    [Fact]
    public void A_view_of_a_function_is_refused() =>
        Assert.Contains("is not a resource of demo 2.1.0", Refused("demo:toolbox/getWidget:getWidget", kind: "views"), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "type": "integer", "plain": true }""", "uses \"plain\", which this generator does not offer")]
    [InlineData("""{ "type": "integer", "const": 1 }""", "uses \"const\", which this generator does not offer")]
    [InlineData("""{ "type": "date" }""", "has the type date, which the schema language does not know")]
    [InlineData("""{ "type": 3 }""", "has the type (none), which the schema language does not know")]
    [InlineData("""{ "$ref": "#/types/demo:toolbox/Lost:Lost" }""", "refers to #/types/demo:toolbox/Lost:Lost, which is neither")]
    [InlineData("""{ "$ref": "/aws/v7/schema.json#/types/x" }""", "refers to /aws/v7/schema.json#/types/x, which is neither")]
    [InlineData("""{ "type": "integer", "defaultInfo": { "environment": ["SIZE"] } }""", "GadgetArgs.size has a default")]
    [InlineData("3", "describes demo:toolbox/gadget:Gadget in a way that the schema language does not know")]
    public void What_a_schema_says_of_a_property_and_the_generator_cannot_is_refused_by_name(string property, string message) =>
        Assert.Contains(message, Refused(Gadget, Schema($$"""{ "inputProperties": { "size": {{property}} } }""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "properties": { "gadget": { "type": "string" } } }""", "Gadget has a member of its own name, which C# forbids")]
    [InlineData("""{ "properties": { "a-b": { "type": "string" } } }""", "Gadget.a-b is no C# name")]
    [InlineData("""{ "isComponent": true }""", "uses \"isComponent\", which this generator does not offer")]
    public void What_a_schema_says_of_a_resource_and_the_generator_cannot_is_refused_by_name(string resource, string message) =>
        Assert.Contains(message, Refused(Gadget, Schema(resource)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ \"name\": ", "This is not JSON")]
    [InlineData("[]", "This is not a Pulumi package schema")]
    [InlineData("{ \"version\": \"1.0.0\" }", "The schema has no \"name\".")]
    [InlineData("{ \"name\": \"demo\" }", "The schema has no \"version\".")]
    public void A_file_that_is_no_schema_is_refused(string schema, string message)
    {
        var errors = Refused("demo:toolbox/gadget:Gadget", schema);

        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Contains("demo.json: error GENERATE: ", errors, StringComparison.Ordinal);
    }

    private static string Schema(string gadget) =>
        $$"""{ "name": "demo", "version": "2.1.0", "resources": { "{{Gadget}}": {{gadget}} } }""";

    private string Refused(string manifest, string schema = Workspace.Demo, string kind = "sdk")
    {
        Assert.Equal(1, _workspace.Run(manifest, schema, kind));
        Assert.Single(_workspace.Errors.TrimEnd().Split('\n'));
        return _workspace.Errors;
    }
}
