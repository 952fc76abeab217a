using Infra.Storage;

namespace Infra.Tests.Storage;

public class LifecyclePlanTests
{
    public static TheoryData<int, int, int?, int> Settings()
    {
        var data = new TheoryData<int, int, int?, int>();
        foreach (var checkpoints in new[] { 1, 30, 3650 })
        {
            foreach (var archive in new[] { 0, 90 })
            {
                foreach (var output in new int?[] { null, 1, 365 })
                    data.Add(checkpoints, archive, output, 30);
            }
        }

        return data;
    }

    [Fact]
    public void By_default_checkpoints_expire_after_30_days_and_archived_models_go_to_Glacier_after_90()
    {
        var rules = LifecyclePlan.For(new StorageSettings()).ToDictionary(rule => rule.Prefix);

        Assert.Equal(30, rules["checkpoints/"].ExpireAfterDays);
        Assert.Equal(new Transition(90, "GLACIER"), rules["models/archive/"].Transition);
        Assert.Equal(new Transition(0, "INTELLIGENT_TIERING"), rules["models/live/"].Transition);
        Assert.Equal(new Transition(0, "INTELLIGENT_TIERING"), rules["datasets/"].Transition);
        Assert.Equal(7, rules[""].AbortUploadsAfterDays);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void No_rule_archives_or_expires_a_model_that_is_served(int checkpoints, int archive, int? output, int noncurrent) =>
        Assert.All(
            Plan(checkpoints, archive, output, noncurrent).Where(rule => Overlaps(rule.Prefix, BucketLayout.LiveModels)),
            rule =>
            {
                Assert.Null(rule.ExpireAfterDays);
                Assert.NotEqual("GLACIER", rule.Transition?.StorageClass);
            });

    [Theory]
    [MemberData(nameof(Settings))]
    public void Whatever_expires_is_also_freed(int checkpoints, int archive, int? output, int noncurrent) => Assert.All(
        Plan(checkpoints, archive, output, noncurrent), rule => Assert.InRange(rule.NoncurrentExpireAfterDays, 1, noncurrent));

    [Theory]
    [MemberData(nameof(Settings))]
    public void S3_accepts_every_rule(int checkpoints, int archive, int? output, int noncurrent)
    {
        var rules = Plan(checkpoints, archive, output, noncurrent);

        Assert.Equal(rules.Count, rules.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(rules.Count, rules.Select(rule => rule.Prefix).Distinct().Count());
        Assert.All(rules, rule => Assert.False(rule is { RemoveExpiredDeleteMarkers: true, ExpireAfterDays: not null }));
        Assert.All(rules, rule => Assert.True(rule.ExpireAfterDays is null || rule.Transition is null
            || rule.ExpireAfterDays > rule.Transition.AfterDays));
    }

    [Fact]
    public void Nothing_expires_that_nobody_asked_to_expire_but_checkpoints_and_invocations() => Assert.Equal(
        ["checkpoints", "invocations"],
        LifecyclePlan.For(new StorageSettings()).Where(rule => rule.ExpireAfterDays is not null).Select(rule => rule.Id));

    [Fact]
    public void Datasets_are_archived_only_where_asked()
    {
        Assert.Empty(LifecyclePlan.DatasetTiers(new StorageSettings()));
        Assert.Equal(
            [new ArchiveTier("ARCHIVE_ACCESS", 90), new ArchiveTier("DEEP_ARCHIVE_ACCESS", 180)],
            LifecyclePlan.DatasetTiers(new StorageSettings { ArchiveDatasetsAfterDays = 90, DeepArchiveDatasetsAfterDays = 180 }));
    }

    private static IReadOnlyList<LifecycleRule> Plan(int checkpoints, int archive, int? output, int noncurrent) =>
        LifecyclePlan.For(new StorageSettings
        {
            CheckpointExpiryDays = checkpoints,
            ArchiveModelsAfterDays = archive,
            OutputExpiryDays = output,
            NoncurrentExpiryDays = noncurrent,
        });

    private static bool Overlaps(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
}
