using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Usage;
using ResourceViews.Aws.Sns;
using NativeTopic = ResourceViews.AwsNative.Sns.TopicProps;

namespace Costs.Mappers.Observability;

/// <summary>SNS topics, which here carry a handful of notices.</summary>
/// <remarks>https://aws.amazon.com/sns/pricing/</remarks>
internal sealed class SnsTopicMapper : ResourceMapper
{
    private static readonly UsageSetting Requests =
        UsageKeys.RequestsPerMonth.Default(100, "budget and job notices, a few a day");

    private static readonly UsageSetting Emails =
        UsageKeys.EmailsPerMonth.Default(100, "budget and job notices, a few a day");

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. TopicProps.ResourceTypes, .. NativeTopic.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } = [Requests, Emails];

    public override IEnumerable<CostItem> Map(MappingContext context) =>
    [
        new CostItem.Component("API requests", CostCategory.Other, ServicePrices.SnsRequests, context.Usage[Requests]),
        new CostItem.Component("Emails", CostCategory.Other, ServicePrices.SnsEmails, context.Usage[Emails]),
    ];
}
