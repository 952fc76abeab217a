using Policies.Workloads;
using Policies.Workloads.Definitions;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Scheduler;
using Native = ResourceViews.AwsNative.Scheduler;

namespace Policies.SageMaker.Development;

/// <summary>A schedule, which may stop notebook instances.</summary>
/// <param name="Resource">The schedule.</param>
/// <param name="State">Whether it runs at all; without a state it does.</param>
/// <param name="Expression">When it runs.</param>
/// <param name="Arn">What it calls.</param>
/// <param name="Input">What it calls that with.</param>
internal sealed record NotebookSchedule(
    PolicyResource Resource, Setting<string> State, Setting<string> Expression, Setting<string> Arn, Setting<string> Input)
{
    private const string Stop = "stopNotebookInstance";
    private const string Target = "target";

    /// <summary>How an expression begins that runs once.</summary>
    private const string Once = "at(";

    /// <summary>The schedule that a resource is; null for every other resource.</summary>
    public static NotebookSchedule? From(PolicyResource resource)
    {
        if (Aws.ScheduleProps.ResourceTypes.Contains(resource.Type))
        {
            var schedule = Aws.ScheduleProps.From(resource.InputsValue);
            return new(
                resource, Setting(schedule.State), Setting(schedule.ScheduleExpression), Setting(schedule.Target.Arn), Setting(schedule.Target.Input));
        }

        if (Native.ScheduleProps.ResourceTypes.Contains(resource.Type))
        {
            var schedule = Native.ScheduleProps.From(resource.InputsValue);
            return new(
                resource, Setting(schedule.State), Setting(schedule.ScheduleExpression), Setting(schedule.Target.Arn), Setting(schedule.Target.Input));
        }

        return null;
    }

    /// <summary>The property that will tell whether it stops notebook instances, and which.</summary>
    public PropertyPath OpenPath => ((Setting<string>[])[State, Expression, Arn, Input]).First(setting => setting.Known.IsUnknown).Path;

    /// <summary>Whether what it calls, or calls that with, came from a notebook instance.</summary>
    public bool ComesFrom(PolicyResource notebook) => Resource.PropertyDependencies.GetValueOrDefault(Target, []).Contains(notebook.Urn);

    /// <summary>Whether it stops a notebook instance, again and again; null where that is not known before deployment.</summary>
    /// <param name="notebook">The notebook instance.</param>
    /// <param name="name">Its name.</param>
    /// <param name="comesFromNotebook">Whether its target came from any notebook instance.</param>
    public bool? Stops(PolicyResource notebook, Known<string> name, bool comesFromNotebook) =>
        (Is(State, state => state is not "DISABLED")
            & Is(Expression, expression => expression?.StartsWith(Once, StringComparison.Ordinal) != true)
            & Is(Arn, arn => string.Equals(SageMakerCalls.ActionOf(arn), Stop, StringComparison.OrdinalIgnoreCase))) switch
        {
            false => false,
            var runs => runs & Names(notebook, name, comesFromNotebook),
        };

    private static bool? Is(Setting<string> setting, Func<string?, bool> test) => setting.Known.IsUnknown ? null : test(setting.Known.Value);

    /// <summary>
    /// Whether its input means a notebook instance: the names decide, and where one of them is not known, where the input came from. What it
    /// waits for says nothing.
    /// </summary>
    private bool? Names(PolicyResource notebook, Known<string> name, bool comesFromNotebook) => (Input.Known, name.IsSet) switch
    {
        ({ IsUnknown: false, Value: null }, _) => false,
        ({ Value: { } input }, true) =>
            DefinitionText.Parse(PropertyValue.Of(input)).Document["NotebookInstanceName"u8].AsString() == name.Value,
        _ when ComesFrom(notebook) => true,
        ({ IsUnknown: true }, _) when !Arn.Known.IsUnknown && !comesFromNotebook => null,
        _ => false,
    };
}
