using Preview.Providers;
using Preview.Schemas;

namespace Preview.Tests.Providers;

public class PreviewOutputsTests
{
    private static readonly ResourceSchema Schema = PackageSchema.Read("""
        {
          "name": "acme",
          "resources": {
            "acme:index:Thing": {
              "inputProperties": { "size": { "type": "integer" }, "note": { "type": "string" } },
              "properties": {
                "size": { "type": "integer" },
                "note": { "type": "string" },
                "address": { "type": "string" },
                "password": { "type": "string", "secret": true }
              },
              "required": [ "size", "address" ]
            }
          }
        }
        """u8.ToArray()).Resource("acme:index:Thing")!;

    [Fact]
    public void What_is_no_input_or_always_there_is_unknown()
    {
        var outputs = PreviewOutputs.For(PropertyMap.Empty, Schema);

        Assert.True(outputs["size"].IsUnknown);
        Assert.True(outputs["address"].IsUnknown);
        Assert.True(outputs["note"].IsMissing);
    }

    [Fact]
    public void What_the_schema_calls_secret_is_secret() =>
        Assert.True(PreviewOutputs.For(PropertyMap.Empty, Schema)["password"] is { IsSecret: true, IsUnknown: true });

    [Fact]
    public void A_null_counts_as_left_out()
    {
        var outputs = PreviewOutputs.For(PropertyMap.Of(("size", null), ("note", null)), Schema);

        Assert.True(outputs["size"].IsUnknown);
        Assert.Equal(PropertyKind.Null, outputs["note"].Kind);
    }
}
