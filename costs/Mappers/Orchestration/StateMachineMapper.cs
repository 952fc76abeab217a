using Costs.Usage;
using ResourceViews.Aws.Sfn;

namespace Costs.Mappers.Orchestration;

/// <summary>Step Functions, and the SageMaker jobs that executions start.</summary>
internal sealed class StateMachineMapper : ResourceMapper<StateMachineProps>
{
    public override ImmutableArray<UsageSetting> Usage => StateMachineCost.Usage;

    protected override IEnumerable<CostItem> Map(StateMachineProps machine, MappingContext context) =>
        machine.Definition.IsUnknown
            ? [new CostItem.NotKnownYet("State machine", "definition")]
            : StateMachineCost.Map(
                machine.Definition.Value,
                new("definition", machine.Definition.IsSecret),
                isExpress: machine.Type.Value == "EXPRESS",
                context);
}
