using Generate;

namespace Sdks.Tests.Generate;

/// <summary>A folder with a schema and a manifest, in which the generator runs as the build runs it.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>A package with one of everything, and with the prose that must not be copied.</summary>
    public const string Demo = """
        {
          "name": "demo", "version": "v2.1.0",
          "meta": { "moduleFormat": "(.*)(?:/[^/]*)" },
          "language": { "csharp": { "namespaces": { "demo": "Demo", "toolbox": "ToolBox" } } },
          "description": "Prose of the package.",
          "provider": { "inputProperties": { "zone": { "type": "string", "defaultInfo": { "environment": ["DEMO_ZONE"] } } } },
          "resources": {
            "demo:toolbox/widget:Widget": {
              "description": "Prose of the widget.",
              "aliases": [ { "type": "demo:tools/widget:Widget" } ],
              "inputProperties": {
                "widget": { "type": "string", "language": { "csharp": { "name": "WidgetName" } }, "description": "Prose of the name." },
                "parts": { "type": "array", "items": { "$ref": "#/types/demo:toolbox%2FPart:Part" } },
                "secretTags": { "type": "object", "additionalProperties": { "type": "string" }, "secret": true },
                "colour": { "oneOf": [ { "type": "string" }, { "$ref": "#/types/demo:toolbox/Colour:Colour" } ] },
                "policy": { "oneOf": [ { "type": "string" }, { "type": "string", "$ref": "#/types/demo:nodejs/Document:Document" } ] },
                "size": { "oneOf": [ { "type": "string" }, { "type": "integer" }, { "type": "boolean" } ] },
                "label": { "type": "string", "default": "say \"hi\"" },
                "event": { "$ref": "pulumi.json#/Any" }
              },
              "requiredInputs": [ "size" ],
              "properties": {
                "token": { "type": "string", "secret": true },
                "parts": { "type": "array", "items": { "$ref": "#/types/demo:toolbox/Part:Part" } },
                "label": { "type": "string", "replaceOnChanges": true },
                "tree": { "$ref": "#/types/demo:toolbox/Tree:Tree", "replaceOnChanges": false }
              }
            },
            "demo:toolbox/gadget:Gadget": { "inputProperties": { "size": { "type": "integer" } }, "properties": {} }
          },
          "types": {
            "demo:toolbox/Part:Part": { "type": "object", "properties": { "namespace": { "type": "string", "replaceOnChanges": true } } },
            "demo:toolbox/Tree:Tree": { "type": "object", "properties": {
              "branches": { "type": "object", "additionalProperties": { "$ref": "#/types/demo:toolbox/Tree:Tree" } },
              "leaf": { "type": "string", "replaceOnChanges": true } } },
            "demo:toolbox/Colour:Colour": { "type": "string", "enum": [ { "name": "Red", "value": "red" }, { "name": "Grey", "value": "grey", "deprecationMessage": "dull" } ] },
            "demo:toolbox/Unused:Unused": { "type": "object", "properties": { "a": { "type": "string" } } }
          },
          "functions": {
            "demo:toolbox/getWidget:getWidget": {
              "inputs": { "properties": { "filters": { "type": "array", "items": { "$ref": "#/types/demo:toolbox/Part:Part" } } } },
              "outputs": { "properties": { "parts": { "type": "array", "items": { "$ref": "#/types/demo:toolbox/Part:Part" } } } }
            }
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("generate tests ").FullName;

    public string Output => Path.Combine(_folder, "out");

    public string Errors { get; private set; } = "";

    public string Manifest => Path.Combine(_folder, "demo.manifest");

    public int Run(string manifest, string schema = Demo, string kind = "sdk")
    {
        File.WriteAllText(Path.Combine(_folder, "demo.json"), schema);
        File.WriteAllText(Manifest, manifest);
        var errors = new StringWriter();
        var exit = Cli.Run(
            [kind, "--schema", Path.Combine(_folder, "demo.json"), "--manifest", Manifest, "--output", Output],
            TextWriter.Null,
            errors);
        Errors = errors.ToString();
        return exit;
    }

    public IEnumerable<string> Files => Directory.EnumerateFiles(Output, "*.cs", SearchOption.AllDirectories);

    /// <summary>Everything that was generated, by path relative to the output folder.</summary>
    public SortedDictionary<string, string> Read() => new(
        Files.ToDictionary(file => Path.GetRelativePath(Output, file).Replace('\\', '/'), File.ReadAllText),
        StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
