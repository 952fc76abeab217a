using System.Text;
using System.Text.Json.Nodes;
using Preview.Reports;
using Preview.Watch;

namespace Preview.Tests.Watch;

public sealed class WatchLinesTests
{
    private const string Bucket = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::data";

    private static readonly WatchLines Plain = new(new Palette(IsOn: false));

    [Fact]
    public void Nothing_that_differs_is_one_line() => Assert.Equal(
        ["Nothing changed. Blocked: 1 mandatory violation; $2.30 a month."],
        Plain.Change(Document(2.3m, ("mandatory", "owner", "no owner")), Document(2.3m, ("mandatory", "owner", "no owner"))));

    [Fact]
    public void Findings_are_new_gone_or_say_something_else()
    {
        var before = Document(2.3m, ("mandatory", "owner", "no owner"), ("advisory", "size", "8 GB"), ("advisory", "old", "old"));
        var after = Document(2.3m, ("mandatory", "owner", "no owner"), ("advisory", "size", "16 GB"), ("mandatory", "rules", "no rules"));

        Assert.Equal(
            [
                "! changed size  aws:s3:Bucket (data): 16 GB.",
                "✓ gone old  aws:s3:Bucket (data): old.",
                "✗ new rules  aws:s3:Bucket (data): no rules.",
                "Blocked: 2 mandatory violations; $2.30 a month.",
            ],
            Plain.Change(before, after));
    }

    [Fact]
    public void Of_several_findings_of_one_policy_on_one_resource_only_the_new_one_is_told() => Assert.Equal(
        ["✗ new rules  aws:s3:Bucket (data): second.", "Blocked: 2 mandatory violations; $2.30 a month."],
        Plain.Change(
            Document(2.3m, ("mandatory", "rules", "first")),
            Document(2.3m, ("mandatory", "rules", "first"), ("mandatory", "rules", "second"))));

    [Fact]
    public void A_cost_that_differs_is_told_by_resource_and_in_total() => Assert.Equal(
        [
            "~ data   $2.30 → $4.60  +$2.30 (+100.0%)  aws:s3:Bucket",
            "  total  $2.30 → $4.60  +$2.30 (+100.0%)",
            "Passed: nothing blocks; $4.60 a month.",
        ],
        Plain.Change(Document(2.3m), Document(4.6m)));

    [Fact]
    public void What_is_no_document_is_none() => Assert.Null(PreviewDocument.Parse(ReadOnlyMemory<byte>.Empty));

    private static PreviewDocument Document(decimal usd, params (string Kind, string Policy, string Found)[] findings)
    {
        JsonObject Cost() => new() { ["floor"] = usd, ["expected"] = usd, ["ceiling"] = usd };
        var document = new JsonObject
        {
            ["schemaVersion"] = 1,
            ["project"] = "shop",
            ["stack"] = "dev",
            ["exitCode"] = 0,
            ["resources"] = new JsonArray(
                new JsonObject { ["urn"] = Bucket, ["type"] = "aws:s3/bucket:Bucket", ["custom"] = true, ["inputs"] = new JsonObject() }),
            ["policies"] = new JsonObject
            {
                ["packs"] = new JsonArray(),
                ["findings"] = new JsonArray([.. findings.Select(finding => new JsonObject
                {
                    ["kind"] = finding.Kind,
                    ["policy"] = finding.Policy,
                    ["urn"] = Bucket,
                    ["found"] = finding.Found,
                    ["allowed"] = null,
                })]),
            },
            ["diagnostics"] = new JsonArray(),
            ["counts"] = new JsonObject { ["mandatory"] = findings.Count(finding => finding.Kind == "mandatory") },
            ["cost"] = new JsonObject
            {
                ["resources"] = new JsonArray(new JsonObject
                {
                    ["urn"] = Bucket,
                    ["name"] = "data",
                    ["status"] = "priced",
                    ["components"] = new JsonArray(new JsonObject { ["category"] = "storage", ["perMonth"] = Cost() }),
                }),
            },
        };
        return PreviewDocument.Parse(Encoding.UTF8.GetBytes(document.ToJsonString()))!;
    }
}
