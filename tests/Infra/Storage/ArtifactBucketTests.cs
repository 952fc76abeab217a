using System.Text.Json.Nodes;
using Infra.Storage;
using Infra.Tests.Builders;

namespace Infra.Tests.Storage;

public class ArtifactBucketTests
{
    [Fact]
    public async Task Everything_is_encrypted_under_the_bucket_s_own_key_which_is_asked_once_and_not_for_every_object()
    {
        var stack = await Deploy(new());

        var rule = stack.Single("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration");
        Assert.Equal("aws:kms", rule["rules.0.applyServerSideEncryptionByDefault.sseAlgorithm"]);
        Assert.Contains("aws:kms/key:Key", (string)rule["rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId"]!, StringComparison.Ordinal);
        Assert.Equal(true, rule["rules.0.bucketKeyEnabled"]);
        Assert.Equal(true, stack.Single("aws:kms/key:Key")["enableKeyRotation"]);
    }

    [Fact]
    public async Task Nobody_outside_reads_the_bucket()
    {
        var stack = await Deploy(new());

        var block = stack.Single("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock");
        Assert.All(
            ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"],
            flag => Assert.Equal(true, block[flag]));
        Assert.Equal(
            "BucketOwnerEnforced",
            stack.Single("aws:s3/bucketOwnershipControls:BucketOwnershipControls")["rule.objectOwnership"]);
        var policy = JsonNode.Parse((string)stack.Single("aws:s3/bucketPolicy:BucketPolicy")["policy"]!)!;
        Assert.Equal("TlsOnly", (string?)policy["Statement"]![0]!["Sid"]);
    }

    [Fact]
    public async Task The_bucket_keeps_versions_and_every_rule_of_the_plan_becomes_a_lifecycle_rule()
    {
        var stack = await Deploy(new() { OutputExpiryDays = 200 });

        Assert.Equal(
            "Enabled", stack.Single("aws:s3/bucketVersioning:BucketVersioning")["versioningConfiguration.status"]);
        var rules = stack.Single("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
        Assert.Equal(
            ["checkpoints", "models-live", "models-archive", "datasets", "output", "invocations", "housekeeping"],
            Enumerable.Range(0, rules.Count("rules")).Select(i => rules[$"rules.{i}.id"]));
        Assert.All(Enumerable.Range(0, 7), i => Assert.Equal("Enabled", rules[$"rules.{i}.status"]));
        Assert.Equal("checkpoints/", rules["rules.0.filter.prefix"]);
        Assert.Equal(30, rules["rules.0.expiration.days"]);
        Assert.Equal(0, rules["rules.1.transitions.0.days"]);
        Assert.Equal("INTELLIGENT_TIERING", rules["rules.1.transitions.0.storageClass"]);
        Assert.Equal(90, rules["rules.2.transitions.0.days"]);
        Assert.Equal("GLACIER", rules["rules.2.transitions.0.storageClass"]);
        Assert.Equal(200, rules["rules.4.expiration.days"]);
        Assert.Equal(true, rules["rules.6.expiration.expiredObjectDeleteMarker"]);
        Assert.Equal(7, rules["rules.6.abortIncompleteMultipartUpload.daysAfterInitiation"]);
        Assert.Equal(30, rules["rules.6.noncurrentVersionExpiration.noncurrentDays"]);
    }

    [Fact]
    public async Task Only_datasets_are_archived_and_only_where_asked()
    {
        const string Tiering = "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration";

        Assert.Empty((await Deploy(new())).All(Tiering));
        var tiering = (await Deploy(new() { ArchiveDatasetsAfterDays = 100 })).Single(Tiering);

        Assert.Equal("datasets/", tiering["filter.prefix"]);
        Assert.Equal("ARCHIVE_ACCESS", tiering["tierings.0.accessTier"]);
        Assert.Equal(100, tiering["tierings.0.days"]);
    }

    [Fact]
    public async Task A_bucket_is_named_only_where_the_settings_name_it()
    {
        Assert.Null((await Deploy(new())).Single("aws:s3/bucket:Bucket")["bucket"]);
        Assert.Equal("our-models", (await Deploy(new() { BucketName = "our-models" })).Single("aws:s3/bucket:Bucket")["bucket"]);
    }

    private static Task<DeployedStack> Deploy(StorageSettings storage) =>
        DeployedStack.Of(Valid.Stack with { Storage = storage });
}
