using Preview.Providers;
using Preview.Schemas;

namespace Preview.Tests.Providers;

public class InputCheckTests
{
    private static readonly PackageSchema Package = PackageSchema.Read("""
        {
          "name": "acme",
          "resources": {
            "acme:index:Thing": {
              "inputProperties": {
                "union": { "oneOf": [ { "type": "string" }, { "$ref": "#/types/acme:index:Part" } ] },
                "numbers": { "type": "object", "additionalProperties": { "type": "number" } },
                "color": { "$ref": "#/types/acme:index:Color" },
                "part": { "$ref": "#/types/acme:index:Part" },
                "code": { "$ref": "pulumi.json#/Archive" },
                "missing": { "$ref": "#/types/acme:index:Nowhere" },
                "lists": { "type": "array", "items": { "type": "array", "items": { "type": "integer" } } }
              }
            }
          },
          "types": {
            "acme:index:Part": { "type": "object", "properties": { "weight": { "type": "number" } }, "required": [ "weight" ] },
            "acme:index:Color": { "type": "string", "enum": [ { "value": "red" } ] }
          }
        }
        """u8.ToArray());

    [Theory]
    [MemberData(nameof(Accepted))]
    public void These_are_accepted(string name, object value) => Assert.Empty(Check(name, value));

    public static TheoryData<string, object> Accepted => new()
    {
        { "union", "text" },
        { "union", PropertyMap.Of(("weight", 1.5)) },
        { "numbers", PropertyMap.Of(("a", 1), ("b", 2.5)) },
        { "color", "a color that the schema does not list" },
        { "part", PropertyMap.Of(("weight", 1)) },
        { "code", PropertyMap.Of((Sentinels.SignatureKey, Sentinels.Archive), ("path", "dist")) },
        { "missing", 3 },
        { "lists", new[] { new[] { 1, 2 }, [] } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void These_are_refused(string name, object value, string path, string reason) =>
        Assert.Equal([new Fault(path, reason)], Check(name, value));

    public static TheoryData<string, object, string, string> Refused => new()
    {
        { "union", new[] { 1 }, "union", "matches none of the accepted types" },
        { "union", PropertyMap.Empty, "union", "matches none of the accepted types" },
        { "numbers", PropertyMap.Of(("a", 1), ("b", "x")), "numbers.b", "expected number, got string" },
        { "color", new[] { "red" }, "color", "expected string, got []" },
        { "part", "heavy", "part", "expected object, got string" },
        { "part", PropertyMap.Empty, "part.weight", "missing required property" },
        { "part", PropertyMap.Of(("weight", 1), ("size", 2)), "part.size", "unexpected property: the schema has no such name" },
        { "lists", new[] { new object[] { 1, "x" } }, "lists[0][1]", "expected integer, got string" },
    };

    private static IReadOnlyList<Fault> Check(string name, object value) =>
        InputCheck.Run(Package, PropertyMap.Of((name, value)), Package.Resource("acme:index:Thing")!.Inputs);
}
