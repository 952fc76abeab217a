using System.Collections.Immutable;
using Policies.S3;
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
    public void A_place_that_is_not_known_yet_is_unknown() => Assert.Equal(
        Verdict.Unknown("primaryContainer.modelDataUrl"),
        Assert.Single(Check(Archiving("models/"), Model(Known<string>.Unknown))).Verdict);

    [Fact]
    public void One_that_came_from_another_bucket_is_not() => Assert.Empty(Check(
        Archiving("models/"),
        Model(Known<string>.Unknown) with
        {
            PropertyDependencies = ImmutableDictionary<string, ImmutableArray<string>>.Empty
                .Add("primaryContainer", ["urn:pulumi:stack::project::aws:s3/bucket:Bucket::other"]),
        }));

    private static PolicyResource Model(Known<string> url) =>
        Resource("ranking", new ModelProps { PrimaryContainer = new() { ModelDataUrl = url } });

    private static PolicyResource Archiving(string prefix, string storage = "GLACIER") => Lifecycle(Rule(prefix) with
    {
        Transitions = [new() { Days = 90, StorageClass = storage }],
    });

    private static IReadOnlyList<ResourceVerdict> Check(params PolicyResource[] resources) =>
        PolicyTest.Check(new LiveModelsNotArchived(), [Bucket, .. resources]);
}
