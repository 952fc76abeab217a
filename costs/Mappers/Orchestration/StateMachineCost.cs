using System.Text.Json;
using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Mappers.SageMaker.Hosting;
using Costs.Mappers.SageMaker.Jobs;
using Costs.Quantities;
using Costs.Strategies;
using Costs.Usage;

namespace Costs.Mappers.Orchestration;

/// <summary>State transitions, and the jobs of each execution.</summary>
/// <remarks>https://aws.amazon.com/step-functions/pricing/</remarks>
internal static class StateMachineCost
{
    private static readonly UsageSetting Runs = UsageKeys.RunsPerMonth.Required();
    private static readonly UsageSetting Transitions = UsageKeys.TransitionsPerRun.Required();

    /// <summary>The call by which a state machine looks for endpoints, in order to find those that nobody uses.</summary>
    private const string ListEndpoints = "aws-sdk:sagemaker:listEndpoints";

    public static ImmutableArray<UsageSetting> Usage { get; } = [Runs, Transitions, .. JobCost.Usage, WithoutSettings.Endpoints];

    /// <param name="definition">Its text.</param>
    /// <param name="place">Where that stands.</param>
    /// <param name="isExpress">Whether it is billed by requests.</param>
    /// <param name="context">The resource and what is known of it.</param>
    public static IEnumerable<CostItem> Map(string? definition, JobPlace place, bool isExpress, MappingContext context)
    {
        using var document = JobDocument.Parse(definition);
        if (document is null)
        {
            return [new CostItem.NotPriced("State machine", "its definition is not in the plan, or is no JSON.")];
        }

        var runs = context.Usage[Runs];
        return
        [
            .. StateMachineJobs.In(document.RootElement, place).SelectMany(job => JobCost.Map(job, runs, context)),
            isExpress ? Requests(runs) : Standard(document.RootElement, runs, context.Usage),
            .. definition!.Contains(ListEndpoints, StringComparison.Ordinal) ? context.AsIf(ForgottenEndpoints.None).Items() : [],
        ];
    }

    private static CostItem.Component Standard(JsonElement definition, Quantity runs, ResourceUsage usage)
    {
        var states = StateMachineJobs.CountStates(definition);
        var perRun = usage.States(Transitions)
            ? usage[Transitions]
            : Quantity.Of(states).Because(new Assumption(
                AssumptionKind.DefaultUsage, $"transitionsPerRun = {states} by default: each of the states once"));
        return new("State transitions", CostCategory.Other, ServicePrices.StandardTransitions, perRun * runs)
        {
            PerRun = perRun,
        };
    }

    /// <summary>Express executions are also billed by their duration, which is little beside any job.</summary>
    private static CostItem.Component Requests(Quantity runs) => new(
        "Express requests", CostCategory.Other, ServicePrices.ExpressRequests,
        runs.Because("the duration of express executions is not counted"))
    {
        PerRun = Quantity.One,
    };
}
