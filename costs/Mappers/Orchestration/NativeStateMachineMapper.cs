using Costs.Mappers.SageMaker.Jobs;
using Costs.Usage;
using ResourceViews.AwsNative.StepFunctions;

namespace Costs.Mappers.Orchestration;

/// <summary>The same through aws-native, where the definition is text or an object.</summary>
internal sealed class NativeStateMachineMapper : ResourceMapper<StateMachineProps>
{
    public override ImmutableArray<UsageSetting> Usage => StateMachineCost.Usage;

    protected override IEnumerable<CostItem> Map(StateMachineProps machine, MappingContext context)
    {
        if (machine.DefinitionString.IsUnknown || machine.Definition.Value.ContainsUnknown())
        {
            return [new CostItem.NotKnownYet("State machine", "definitionString")];
        }

        var text = machine.DefinitionString.Value
            ?? (machine.Definition.IsMissing ? null : machine.Definition.Value.ToString());
        var place = machine.DefinitionString.Value is null
            ? new JobPlace("definition", machine.Definition.Value.IsSecret)
            : new JobPlace("definitionString", machine.DefinitionString.IsSecret);
        return StateMachineCost.Map(text, place, isExpress: machine.StateMachineType.Value == "EXPRESS", context);
    }
}
