using Policies.Workloads;
using Policies.Workloads.Definitions;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Scheduler;
using Native = ResourceViews.AwsNative.Scheduler;

namespace Policies.SageMaker.Development;

/// <summary>A schedule, which may stop notebook instances.</summary>
/// <param name="Resource">The schedule.</param>
/// <param name="Arn">What it calls.</param>
/// <param name="Input">What it calls that with.</param>
internal sealed record NotebookSchedule(PolicyResource Resource, Setting<string> Arn, Setting<string> Input)
{
    private const string Stop = "stopNotebookInstance";

    /// <summary>The schedule that a resource is; null for every other resource.</summary>
    public static NotebookSchedule? From(PolicyResource resource)
    {
        if (Aws.ScheduleProps.ResourceTypes.Contains(resource.Type))
        {
            var schedule = Aws.ScheduleProps.From(resource.InputsValue);
            return new(resource, Setting(schedule.Target.Arn), Setting(schedule.Target.Input));
        }

        if (Native.ScheduleProps.ResourceTypes.Contains(resource.Type))
        {
            var schedule = Native.ScheduleProps.From(resource.InputsValue);
            return new(resource, Setting(schedule.Target.Arn), Setting(schedule.Target.Input));
        }

        return null;
    }

    /// <summary>The property that will tell whether it stops notebook instances, and which.</summary>
    public PropertyPath OpenPath => Arn.Known.IsUnknown ? Arn.Path : Input.Path;

    /// <summary>Whether it stops a notebook instance; null where that is not known before deployment.</summary>
    public bool? Stops(PolicyResource notebook, Known<string> name, bool comesFromNotebook) =>
        !Arn.Known.IsUnknown && !string.Equals(SageMakerCalls.ActionOf(Arn.Known.Value), Stop, StringComparison.OrdinalIgnoreCase) ? false
        : Names(notebook, name, comesFromNotebook) & (Arn.Known.IsUnknown ? null : true);

    /// <summary>Whether its input means a notebook instance: it came from it, or has its name.</summary>
    private bool? Names(PolicyResource notebook, Known<string> name, bool comesFromNotebook) =>
        Resource.Dependencies.Contains(notebook.Urn) ? true
        : Input.Known.IsUnknown ? Arn.Known.IsUnknown || comesFromNotebook ? false : null
        : Input.Known.Value is { } input && name.IsSet
            && DefinitionText.Parse(PropertyValue.Of(input)).Document["NotebookInstanceName"u8].AsString() == name.Value;
}
