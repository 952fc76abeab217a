using System.Collections.Immutable;
using Policies.S3;
using ResourceViews.Aws.Iam;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;
using static Policies.Tests.S3.Storage;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.Tests.S3;

public class LiveModelsNotArchivedTests
{
    private const string Live = "s3://data-1a2b3c4/models/live/ranking/model.tar.gz";

    [Theory]
    [InlineData("models/", Live)]
    [InlineData("", Live)]
    [InlineData("models/live/ranking/", "s3://data-1a2b3c4/models/live/")]
    public void A_model_below_a_prefix_that_is_archived_is_a_violation(string prefix, string url) =>
        Assert.Contains("from where ranking loads", Assert.Single(Check(Archiving(prefix), Model(url))).Verdict.Violation());

    [Theory]
    [InlineData("models/archive/", Live)]
    [InlineData("models/", "s3://elsewhere/models/live/ranking/model.tar.gz")]
    public void Another_prefix_or_bucket_is_not(string prefix, string url) => Assert.Empty(Check(Archiving(prefix), Model(url)));

    [Theory]
    [InlineData("GLACIER_IR")]
    [InlineData("INTELLIGENT_TIERING")]
    public void Classes_that_are_read_at_once_are_no_archives(string storage) =>
        Assert.Empty(Check(Archiving("models/", storage), Model(Live)));

    [Fact]
    public void Containers_and_models_of_aws_native_are_looked_at_too()
    {
        Assert.NotEmpty(Check(Archiving("models/"), Resource("ranking", new ModelProps { Containers = [new() { ModelDataUrl = Live }] })));
        Assert.NotEmpty(Check(
            Archiving("models/"), Resource("ranking", new Native.ModelProps { PrimaryContainer = new() { ModelDataUrl = Live } })));
    }

    [Fact]
    public void Whatever_a_model_or_an_inference_component_loads_is_looked_at()
    {
        ModelPrimaryContainerProps[] containers =
        [
            new() { ModelDataSource = new() { S3DataSources = [new() { S3Uri = Live, S3DataType = "S3Object" }] } },
            new() { AdditionalModelDataSources = [new() { S3DataSources = [new() { S3Uri = Live, S3DataType = "S3Object" }] }] },
        ];
        PolicyResource[] loading =
        [
            .. containers.Select(container => Resource("ranking", new ModelProps { PrimaryContainer = container })),
            .. containers.Select(container => Resource(
                "ranking", new ModelProps { Containers = [ModelContainerProps.From(container.ToProperty())] })),
            Resource("ranking", new Native.ModelProps { Containers = [new() { ModelDataSource = new() { S3DataSource = new() { S3Uri = Live } } }] }),
            Resource("ranking", new Native.InferenceComponentProps { Specification = new() { Container = new() { ArtifactUrl = Live } } }),
            Resource("ranking", new Native.InferenceComponentProps { Specifications = [new() { Container = new() { ArtifactUrl = Live } }] }),
        ];

        Assert.All(loading, model => Assert.Contains("from where ranking loads", Assert.Single(Check(Archiving("models/"), model)).Verdict.Violation()));
    }

    /// <summary>One that says so, one of a multi-model endpoint, and one that ends like a folder: with slash and without.</summary>
    [Fact]
    public void A_prefix_stands_for_everything_below_it()
    {
        Assert.NotEmpty(Check(Archiving("models/live/old/"), Source("s3://data-1a2b3c4/models/live/", "S3Prefix")));
        Assert.NotEmpty(Check(Archiving("models/live/old/"), MultiModel("s3://data-1a2b3c4/models/live")));
        Assert.NotEmpty(Check(Archiving("models/live/"), MultiModel("s3://data-1a2b3c4/models/live")));
        Assert.NotEmpty(Check(Archiving("models/"), MultiModel("s3://data-1a2b3c4/")));
        Assert.NotEmpty(Check(Archiving("models/"), MultiModel("s3://data-1a2b3c4")));
    }

    [Fact]
    public void What_only_begins_alike_is_not_below_it()
    {
        Assert.Empty(Check(Archiving("models/live-old/"), MultiModel("s3://data-1a2b3c4/models/live")));
        Assert.Empty(Check(Archiving("models/live/model.tar.gz.old/"), Source("s3://data-1a2b3c4/models/live/model.tar.gz", "S3Object")));
    }

    [Fact]
    public void A_rule_that_is_narrowed_by_tags_or_sizes_is_a_warning()
    {
        Assert.Contains("narrowed by tags or sizes", Assert.Single(Check(Narrowed(new() { Prefix = "models/", Tags = KnownMap.Texts(PropertyValue.Of(PropertyMap.Of(("tier", "cold")))) }), Model(Live))).Verdict.Warning());
        Assert.Contains(
            "narrowed by tags or sizes",
            Assert.Single(Check(Narrowed(new() { Prefix = "models/", ObjectSizeGreaterThan = 5_368_709_120 }), Model(Live))).Verdict.Warning());
    }

    [Theory]
    [InlineData("ARCHIVE_ACCESS")]
    [InlineData("DEEP_ARCHIVE_ACCESS")]
    public void An_archive_tier_of_Intelligent_Tiering_is_a_warning(string tier)
    {
        const string Found = "from where ranking loads";
        var native = Storage.Resource("data", new ResourceViews.AwsNative.S3.BucketProps
        {
            BucketName = "data-1a2b3c4",
            IntelligentTieringConfigurations = [new() { Status = "Enabled", Tierings = [new() { AccessTier = tier, Days = 180 }] }],
        });

        Assert.Contains(
            $"data-tiering: tierings[0].accessTier is {tier} for models/, {Found}", Assert.Single(Check(Tiering("models/", tier), Model(Live))).Verdict.Warning());
        Assert.Contains(
            $"data: intelligentTieringConfigurations[0].tierings[0].accessTier is {tier} for the whole bucket, {Found}",
            Assert.Single(PolicyTest.Check(new LiveModelsNotArchived(), [native, Model(Live)])).Verdict.Warning());
    }

    [Fact]
    public void Tiers_for_other_objects_and_out_of_force_are_not()
    {
        Assert.Empty(Check(Tiering("datasets/", "ARCHIVE_ACCESS"), Model(Live)));
        Assert.Empty(Check(Tiering("models/", "ARCHIVE_ACCESS", "Disabled"), Model(Live)));
        Assert.Equal("tierings[0].accessTier", Unknown(Tiering("models/", Known<string>.Unknown), Model(Live)));
    }

    [Fact]
    public void A_place_that_is_not_known_yet_is_unknown() => Assert.Equal(
        Verdict.Unknown("primaryContainer.modelDataUrl"),
        Assert.Single(Check(Archiving("models/"), Model(Known<string>.Unknown))).Verdict);

    [Fact]
    public void What_a_rule_does_and_is_not_known_yet_is_unknown_at_the_rule()
    {
        var moving = Rule("models/") with { Transitions = [new() { Days = 90, StorageClass = "GLACIER" }] };
        Assert.Equal("rules[0].status", Unknown(Lifecycle(moving with { Status = Known<string>.Unknown }), Model(Live)));
        Assert.Equal("rules[0].filter.prefix", Unknown(Lifecycle(moving with { Filter = new() { Prefix = Known<string>.Unknown } }), Model(Live)));
        Assert.Equal(
            "rules[0].transitions[0].storageClass",
            Unknown(Lifecycle(moving with { Transitions = [new() { Days = 90, StorageClass = Known<string>.Unknown }] }), Model(Live)));
        Assert.Equal("rules", Unknown(Of(Bucket, "data-lifecycle", new BucketLifecycleConfigurationProps
        {
            Bucket = "data-1a2b3c4",
            Rules = ViewList<BucketLifecycleConfigurationRuleProps>.Unknown,
        }), Model(Live)));
    }

    [Fact]
    public void A_rule_for_other_objects_need_not_be_known() => Assert.Empty(Check(
        Lifecycle(Rule("checkpoints/") with { Status = Known<string>.Unknown, Transitions = [new() { StorageClass = "GLACIER" }] }), Model(Live)));

    [Fact]
    public void A_configuration_that_may_be_for_the_bucket_is_unknown()
    {
        var unnamed = Resource("data", new BucketProps());
        var perhaps = Archiving("models/") with { PropertyDependencies = ImmutableDictionary<string, ImmutableArray<string>>.Empty };
        var model = Model(Known<string>.Unknown).From("primaryContainer", unnamed);

        Assert.Equal(Verdict.Unknown("bucket"), Assert.Single(Check(perhaps, Model(Live))).Verdict);
        Assert.Equal(
            Verdict.Unknown("primaryContainer.modelDataUrl"),
            Assert.Single(PolicyTest.Check(new LiveModelsNotArchived(), [unnamed, perhaps, model])).Verdict);
    }

    [Fact]
    public void One_that_came_from_another_bucket_is_not()
    {
        var other = Resource("other", new BucketProps());

        Assert.Empty(Check(Archiving("models/"), other, Model(Known<string>.Unknown).From("primaryContainer", other)));
    }

    [Fact]
    public void One_that_came_from_an_object_is_in_the_bucket_of_the_object()
    {
        var other = Resource("other", new BucketProps());
        var here = Resource("weights", new BucketObjectv2Props { Bucket = Known<string>.Unknown }).From("bucket", Bucket);
        var elsewhere = Resource("others-weights", new BucketObjectv2Props { Bucket = Known<string>.Unknown }).From("bucket", other);

        Assert.Equal(
            "primaryContainer.modelDataUrl",
            Unknown(Archiving("models/"), here, Model(Known<string>.Unknown).From("primaryContainer", here)));
        Assert.Empty(Check(Archiving("models/"), other, elsewhere, Model(Known<string>.Unknown).From("primaryContainer", elsewhere)));
    }

    [Fact]
    public void What_other_inputs_came_from_says_nothing_of_the_place() => Assert.Equal(
        "primaryContainer.modelDataUrl",
        Unknown(Archiving("models/"), Model(Known<string>.Unknown).From("executionRoleArn", Resource("role", new RoleProps()))));

    private static PolicyResource Source(string url, string type) => Resource("ranking", new ModelProps
    {
        PrimaryContainer = new() { ModelDataSource = new() { S3DataSources = [new() { S3Uri = url, S3DataType = type }] } },
    });

    private static PolicyResource MultiModel(string url) =>
        Resource("ranking", new ModelProps { PrimaryContainer = new() { Mode = "MultiModel", ModelDataUrl = url } });

    private static PolicyResource Narrowed(BucketLifecycleConfigurationRuleFilterAndProps filter) => Lifecycle(Rule("") with
    {
        Filter = new() { And = filter },
        Transitions = [new() { Days = 90, StorageClass = "GLACIER" }],
    });

    private static string Unknown(params PolicyResource[] resources) =>
        Assert.Single(Assert.Single(Check(resources)).Verdict.UnknownProperties);

    private static PolicyResource Tiering(string prefix, Known<string> tier, string? status = null) =>
        Of(Bucket, "data-tiering", new BucketIntelligentTieringConfigurationProps
        {
            Bucket = Known<string>.Unknown,
            Status = status,
            Filter = new() { Prefix = prefix },
            Tierings = [new() { AccessTier = tier, Days = 180 }],
        });

    private static PolicyResource Model(Known<string> url) =>
        Resource("ranking", new ModelProps { PrimaryContainer = new() { ModelDataUrl = url } });

    private static PolicyResource Archiving(string prefix, string storage = "GLACIER") => Lifecycle(Rule(prefix) with
    {
        Transitions = [new() { Days = 90, StorageClass = storage }],
    });

    private static IReadOnlyList<ResourceVerdict> Check(params PolicyResource[] resources) =>
        PolicyTest.Check(new LiveModelsNotArchived(), [Bucket, .. resources]);
}
