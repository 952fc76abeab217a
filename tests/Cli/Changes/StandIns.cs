using System.Text.Json.Nodes;

namespace Cli.Tests.Changes;

/// <summary>The providers that need no account, and what they have to be told.</summary>
internal static class StandIns
{
    private const string Replacements = "replacements.json";

    /// <summary>
    /// What the stand-ins would change in place and AWS cannot: the settings of a bucket belong to that bucket.
    /// </summary>
    private static readonly string[] OfOneBucket =
    [
        "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
        "aws:s3/bucketPolicy:BucketPolicy",
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketVersioning:BucketVersioning",
    ];

    private static string? Schemas =>
        RealPulumi.FindOnPath("pulumi-resource-aws") is { } provider ? Path.Combine(Path.GetDirectoryName(provider)!, "schemas") : null;

    /// <summary>Skips the running test unless the providers are stand-ins: only those write down what they are asked for.</summary>
    public static void Require()
    {
        RealPulumi.Require("pulumi-resource-aws-native");
        Skip.If(!File.Exists(Path.Combine(Schemas!, Replacements)), "the providers on PATH are not the stand-ins");
    }

    /// <summary>Writes the schemas that the stand-ins are to go by.</summary>
    public static void WriteSchemas(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Schemas!))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var replacements = JsonNode.Parse(File.ReadAllText(Path.Combine(Schemas!, Replacements)))!.AsObject();
        foreach (var type in OfOneBucket)
        {
            replacements[type] = new JsonArray("bucket");
        }

        File.WriteAllText(Path.Combine(folder, Replacements), replacements.ToJsonString());
    }
}
