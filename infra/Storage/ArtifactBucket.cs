using Infra.Governance;
using Infra.Settings;
using Pulumi.Aws.Kms;
using Pulumi.Aws.S3;
using Pulumi.Aws.S3.Inputs;
using KeyAlias = Pulumi.Aws.Kms.Alias;

namespace Infra.Storage;

/// <summary>
/// The bucket that datasets, checkpoints and models live in, encrypted under a key of its own and kept from growing
/// without end.
/// </summary>
/// <remarks>
/// Bucket and key outlive the stack, and so do the settings of the bucket: what is left behind stays private, encrypted
/// and under its lifecycle.
/// </remarks>
internal sealed class ArtifactBucket : ComponentResource
{
    /// <summary>Days in which a key that somebody deletes by hand can still be saved; the longest there is.</summary>
    private const int KeyDeletionWindowDays = 30;

    public ArtifactBucket(string name, ArtifactBucketArgs args, ComponentResourceOptions? options = null)
        : base("ml:storage:ArtifactBucket", name, options)
    {
        Args.Validate(name, args);
        var tags = args.Scope.Tags.For(nameof(ArtifactBucket), CostCategory.Storage);
        var kept = new CustomResourceOptions { Parent = this, RetainOnDelete = true };

        var key = new Key(name, new()
        {
            Description = $"Encrypts the {name} bucket of {args.Scope.Project}, stack {args.Scope.Stack}",
            EnableKeyRotation = true,
            DeletionWindowInDays = KeyDeletionWindowDays,
            Tags = tags,
        }, kept);
        var alias = new KeyAlias(name, new()
        {
            Name = $"alias/{args.Scope.PhysicalName(name)}",
            TargetKeyId = key.KeyId,
        }, new() { Parent = this });

        var bucket = new Bucket(name, new()
        {
            BucketName = args.Storage.BucketName!,
            ForceDestroy = false,
            Tags = tags,
        }, kept);
        BucketName = bucket.BucketName;
        KeyArn = key.Arn;
        KeyAliasArn = Output.Tuple(args.Scope.Place, alias.Name).Apply(found => found.Item1.Arn("kms", found.Item2));

        Protect(name, args, key, kept);
        Tidy(name, args.Storage, kept);
        RegisterOutputs();
    }

    [Output("bucketName")]
    public Output<string> BucketName { get; private init; }

    [Output("keyArn")]
    public Output<string> KeyArn { get; private init; }

    /// <summary>Names the key before it exists.</summary>
    [Output("keyAliasArn")]
    public Output<string> KeyAliasArn { get; private init; }

    public BucketAccess Access => new(BucketName, KeyArn, KeyAliasArn) { Ready = this };

    private void Protect(string name, ArtifactBucketArgs args, Key key, CustomResourceOptions kept)
    {
        _ = new BucketServerSideEncryptionConfiguration(name, new()
        {
            Bucket = BucketName,
            Rules = new BucketServerSideEncryptionConfigurationRuleArgs
            {
                ApplyServerSideEncryptionByDefault =
                    new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                    {
                        SseAlgorithm = "aws:kms",
                        KmsMasterKeyId = key.Arn,
                    },
                // Without it, every object that is read is a call to KMS and billed as one.
                BucketKeyEnabled = true,
            },
        }, kept);
        _ = new BucketOwnershipControls(name, new()
        {
            Bucket = BucketName,
            Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, kept);
        var privacy = new BucketPublicAccessBlock(name, new()
        {
            Bucket = BucketName,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, kept);
        _ = new BucketPolicy(name, new()
        {
            Bucket = BucketName,
            Policy = Output.Tuple(BucketName, args.Scope.Place)
                .Apply(found => TlsOnlyPolicy.For(found.Item1, found.Item2).ToJson()),
        }, After(kept, privacy));
    }

    private void Tidy(string name, StorageSettings storage, CustomResourceOptions kept)
    {
        var versioning = new BucketVersioning(name, new()
        {
            Bucket = BucketName,
            VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, kept);
        _ = new BucketLifecycleConfiguration(name, new()
        {
            Bucket = BucketName,
            Rules = LifecyclePlan.For(storage).Select(Rule).ToArray(),
        }, After(kept, versioning));

        var tiers = LifecyclePlan.DatasetTiers(storage);
        if (tiers.Count == 0)
            return;
        _ = new BucketIntelligentTieringConfiguration(name, new()
        {
            Bucket = BucketName,
            Filter = new BucketIntelligentTieringConfigurationFilterArgs { Prefix = BucketLayout.Datasets },
            Tierings = tiers.Select(tier => new BucketIntelligentTieringConfigurationTieringArgs
            {
                AccessTier = tier.AccessTier,
                Days = tier.AfterDays,
            }).ToArray(),
        }, kept);
    }

    private static BucketLifecycleConfigurationRuleArgs Rule(LifecycleRule rule)
    {
        var written = new BucketLifecycleConfigurationRuleArgs
        {
            Id = rule.Id,
            Status = "Enabled",
            Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = rule.Prefix },
            NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
            {
                NoncurrentDays = rule.NoncurrentExpireAfterDays,
            },
        };
        if (rule.ExpireAfterDays is { } days)
            written.Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = days };
        if (rule.RemoveExpiredDeleteMarkers)
            written.Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true };
        if (rule.AbortUploadsAfterDays is { } abortDays)
        {
            written.AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
            {
                DaysAfterInitiation = abortDays,
            };
        }

        if (rule.Transition is { } transition)
        {
            written.Transitions = new BucketLifecycleConfigurationRuleTransitionArgs
            {
                Days = transition.AfterDays,
                StorageClass = transition.StorageClass,
            };
        }

        return written;
    }

    /// <summary>S3 refuses two changes of one bucket at a time more often than it should.</summary>
    private static CustomResourceOptions After(CustomResourceOptions options, Resource earlier) =>
        CustomResourceOptions.Merge(options, new() { DependsOn = { earlier } });
}
