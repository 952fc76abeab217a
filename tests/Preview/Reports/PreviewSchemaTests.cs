using NJsonSchema;
using Preview.Imports;
using Preview.Reports;
using Preview.Tests.Imports;
using Preview.Tests.Runs;
using Preview.Verdicts;

namespace Preview.Tests.Reports;

/// <summary>docs/preview.schema.json is what the JSON document keeps to, and has every member of it.</summary>
public sealed class PreviewSchemaTests : IDisposable
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(async () =>
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Built.Root, "docs", "preview.schema.json"));
        foreach (var definition in schema.Definitions.Values.Append(schema))
        {
            Close(definition);
        }

        return schema;
    });

    private readonly SampleProject project = new();

    [Fact]
    public async Task The_document_of_prod_is_valid() => await AssertValidAsync(JsonReport.Of(Judge.Of(await PreviewedStack.Prod)).ToArray());

    [Fact]
    public async Task The_document_of_a_preview_of_the_CLI_is_valid() =>
        await AssertValidAsync(JsonReport.Of(Judge.Of(CliPreview.Read(Recorded.Change, Recorded.ChangeEvents))).ToArray());

    [Theory]
    [InlineData(5, "behaviour=no-owner")]
    [InlineData(1, "behaviour=throw")]
    public async Task Other_documents_are_valid(int exitCode, string setting)
    {
        var run = (await project.PreviewAsync("--json", "-c", setting)).Ended(exitCode);

        await AssertValidAsync(System.Text.Encoding.UTF8.GetBytes(run.Output));
    }

    [Fact]
    public async Task A_document_with_another_member_is_not_valid()
    {
        var schema = await Schema.Value;

        Assert.NotEmpty(schema.Validate("""{ "surprise": 1 }"""));
    }

    public void Dispose() => project.Dispose();

    private static async Task AssertValidAsync(byte[] document)
    {
        var faults = (await Schema.Value).Validate(System.Text.Encoding.UTF8.GetString(document));
        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(10)));
    }

    /// <summary>New members may come for readers; here, each has to be in the schema. What has no members listed may have any.</summary>
    private static void Close(JsonSchema schema)
    {
        if (schema.Properties.Count > 0)
        {
            schema.AllowAdditionalProperties = false;
        }

        foreach (var inner in schema.Properties.Values)
        {
            Close(inner);
        }

        if (schema.Item is { } item)
        {
            Close(item);
        }
    }
}
