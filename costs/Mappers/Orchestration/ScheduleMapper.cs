using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Usage;
using ResourceViews.Aws.Scheduler;
using NativeSchedule = ResourceViews.AwsNative.Scheduler.ScheduleProps;

namespace Costs.Mappers.Orchestration;

/// <summary>EventBridge Scheduler: an invocation each time a schedule comes due. What it invokes is priced by itself.</summary>
/// <remarks>https://aws.amazon.com/eventbridge/pricing/</remarks>
internal sealed class ScheduleMapper : ResourceMapper
{
    private static readonly UsageSetting Runs = UsageKeys.RunsPerMonth.Required();

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. ScheduleProps.ResourceTypes, .. NativeSchedule.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } = [Runs];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        var schedule = ScheduleProps.From(PropertyValue.FromMap(context.Resource.Inputs));
        var times = context.Usage.States(Runs) ? context.Usage[Runs] : ScheduleTimes.PerMonth(schedule.ScheduleExpression);
        return schedule.State.Value == "DISABLED"
            ? [new CostItem.Free("the schedule is disabled")]
            :
            [
                new CostItem.Component(
                    "Invocations", CostCategory.Other, ServicePrices.SchedulerInvocations, times ?? context.Usage[Runs]),
            ];
    }
}
