using System.Text.Json.Nodes;
using CsCheck;
using Infra.Settings;
using Infra.Tests.Builders;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Infra.Tests.Docs;

/// <summary>
/// docs/stack-file.schema.json lets editors complete and check stack files. Run these tests with UPDATE_DOCS=1 to write it
/// anew.
/// </summary>
public class StackFileSchemaTests
{
    private static readonly string SchemaFile = Path.Combine(StackYaml.RepositoryFolder, "docs", "stack-file.schema.json");

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() =>
        JsonSchema.FromJsonAsync(StackFileSchema.For(StackYaml.Project)));

    public static TheoryData<string> Files => [.. StackYaml.StackFiles.Select(file =>
        Path.GetRelativePath(StackYaml.RepositoryFolder, file))];

    [Fact]
    public void The_schema_is_what_the_records_say()
    {
        var generated = StackFileSchema.For(StackYaml.Project);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(SchemaFile, generated);
        else
            Assert.Equal(generated, File.ReadAllText(SchemaFile).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_stack_file_is_valid(string file) =>
        Assert.Empty(await FaultsOf(StackYaml.Document(File.ReadAllText(Path.Combine(StackYaml.RepositoryFolder, file)))));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_stack_file_tells_editors_where_the_schema_is(string file)
    {
        var path = Path.Combine(StackYaml.RepositoryFolder, file);
        var relative = Path.GetRelativePath(Path.GetDirectoryName(path)!, SchemaFile).Replace('\\', '/');

        Assert.Equal($"# yaml-language-server: $schema={relative}", File.ReadLines(path).First());
    }

    [Theory]
    [InlineData("sagemaker-infra:team: ''", "sagemaker-infra:team")]
    [InlineData("sagemaker-infra:teem: ml", "sagemaker-infra:teem")]
    [InlineData("team: ml", "team")]
    [InlineData("aws:region: Frankfurt", "aws:region")]
    [InlineData("sagemaker-infra:logRetentionDays: 15", "logRetentionDays")]
    [InlineData("sagemaker-infra:storage: { noncurrentExpiryDays: 0 }", "noncurrentExpiryDays")]
    [InlineData("sagemaker-infra:storage: { noncurrentExpiryDays: ten }", "noncurrentExpiryDays")]
    [InlineData("sagemaker-infra:storage: { bucketName: My_Bucket }", "bucketName")]
    [InlineData("sagemaker-infra:trainingFamilies: { ranking: }", "ranking")]
    [InlineData("sagemaker-infra:trainingFamilies: { Ranking: { } }", "Ranking")]
    [InlineData("sagemaker-infra:trainingFamilies: { ranking: { spot: yes please } }", "ranking")]
    [InlineData("sagemaker-infra:budgets: { all: { monthlyUsd: 5, emails: [nobody] } }", "emails")]
    [InlineData("sagemaker-infra:budgets: { all: { monthlyUsd: 5, actualPercent: [0] } }", "actualPercent")]
    public async Task A_fault_is_found_where_it_is(string line, string place)
    {
        var key = line[..line.IndexOf(": ", StringComparison.Ordinal)];
        string[] valid = ["sagemaker-infra:team: ml", "sagemaker-infra:environment: test", "aws:region: us-east-1"];
        string[] lines = [.. valid.Where(other => !other.StartsWith($"{key}:", StringComparison.Ordinal)), line];
        var document = StackYaml.Document($"config:\n  {string.Join("\n  ", lines)}\n");

        Assert.Contains(await FaultsOf(document), fault => fault.ToString().Contains(place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_must_be_given_is_asked_for()
    {
        var faults = await FaultsOf(StackYaml.Document("config: { aws:region: us-east-1 }"));

        Assert.Equal(["sagemaker-infra:environment", "sagemaker-infra:team"], faults.Select(fault => fault.Property).Order());
    }

    /// <summary>Editors must not cry wolf: what the schema refuses, the program refuses.</summary>
    [Fact]
    public async Task Whatever_the_program_takes_is_valid()
    {
        var schema = await Schema.Value;
        var documents = StackYaml.StackFiles.Select(file => StackYaml.Document(File.ReadAllText(file))).ToArray();
        string[] values =
        [
            "-1", "0", "1", "2", "0.5", "15", "60", "1024", "99999999", "true", "\"\"", "\"text\"", "\"ml.m5.large\"",
            "\"Europe/Berlin\"", "\"12:00\"", "[]", "[80]", "{}", """{"name":"value"}""",
        ];

        Gen.Select(Gen.Int[0, documents.Length - 1], Gen.Int[0, 9999], Gen.OneOf(values)).Sample(
            (which, place, value) =>
            {
                var document = (JsonObject)documents[which].DeepClone();
                var places = Places(document["config"]!.AsObject()).ToArray();
                places[place % places.Length](JsonNode.Parse(value));
                var refused = StackFile.Read(StackYaml.Project, StackYaml.Configuration(document)).Faults.Count > 0;
                return refused || schema.Validate(document.ToJsonString()).Count == 0;
            },
            iter: 2000);
    }

    /// <summary>Every place of a file where another value can be put, in settings of this project.</summary>
    private static IEnumerable<Action<JsonNode?>> Places(JsonNode node, bool isConfig = true)
    {
        switch (node)
        {
            case JsonObject map:
                var names = map.Select(member => member.Key)
                    .Where(name => !isConfig || name.StartsWith($"{StackYaml.Project}:", StringComparison.Ordinal));
                foreach (var name in names.ToArray())
                {
                    yield return value => map[name] = value;
                    foreach (var inner in map[name] is { } member ? Places(member, isConfig: false) : [])
                        yield return inner;
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    var index = i;
                    yield return value => list[index] = value;
                }

                break;
        }
    }

    private static async Task<ICollection<ValidationError>> FaultsOf(JsonObject document) =>
        (await Schema.Value).Validate(document.ToJsonString());
}
