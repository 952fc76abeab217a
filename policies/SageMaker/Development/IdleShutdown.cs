using Policies.Money;
using Policies.Packs;
using Policies.Workloads;
using Policies.Workloads.Definitions;
using AwsNotebook = ResourceViews.Aws.Sagemaker.NotebookInstanceProps;
using AwsSchedule = ResourceViews.Aws.Scheduler.ScheduleProps;
using NativeNotebook = ResourceViews.AwsNative.SageMaker.NotebookInstanceProps;
using NativeSchedule = ResourceViews.AwsNative.Scheduler.ScheduleProps;

namespace Policies.SageMaker.Development;

/// <summary>What people develop on stops when they do: a notebook left running costs as much as one that works.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-idle-shutdown.html</remarks>
internal sealed class IdleShutdown : StackPolicy
{
    private const string MaxIdleMinutes = "maxIdleMinutes";
    private const string Enabled = "ENABLED";
    private const int Least = 60;
    private const int Most = 525_600;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "idle-shutdown",
        DisplayName = "Notebooks and Studio stop when idle",
        Description = "Notebook instances have something that stops them, and Studio shuts down apps that nobody uses.",
        Severity = Severity.High,
        Remediation = "Give a notebook instance a lifecycleConfigName whose script stops it when idle, or a schedule that stops it; in the "
            + "defaultUserSettings of a domain set idleSettings.lifecycleManagement to ENABLED for JupyterLab and Code Editor.",
        Url = PolicyPages.Of("idle-shutdown"),
        Tags = ["sagemaker", "cost", "development"],
        Config = new(PolicySetting.Integer(
            MaxIdleMinutes, "Minutes that an app of Studio may be idle at most.", byDefault: 120, minimum: Least, maximum: Most)),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var limit = context.Config[MaxIdleMinutes].AsInt32() ?? Most;
        var stopped = context.Resources.SelectMany(StoppedBy).ToHashSet();
        var perhaps = context.Resources.Where(resource => TargetOf(resource).IsUnknown).SelectMany(schedule => schedule.Dependencies).ToHashSet();
        var forgotten = context.Resources.Where(resource => IsForgotten(resource, stopped)).Select(notebook => notebook.Urn).ToHashSet();
        return context.Resources
            .Select(resource => new ResourceVerdict(resource, resource switch
            {
                _ when forgotten.Contains(resource.Urn) =>
                    perhaps.Contains(resource.Urn) ? Verdict.Compliant : Forgotten(resource, context.Stack),

                // Until it is known what a schedule calls, it may stop a notebook instance that nothing else stops.
                _ when TargetOf(resource).IsUnknown =>
                    resource.Dependencies.Any(forgotten.Contains) ? Verdict.Unknown("target.arn") : Verdict.Compliant,
                _ => Verdict.All(IdleSettings.Of(resource).Select(settings => Judge(settings, limit, resource.Name))),
            }))
            .Where(verdict => !verdict.Verdict.IsCompliant);
    }

    /// <summary>Whether it is a notebook instance that nothing known stops.</summary>
    private static bool IsForgotten(PolicyResource resource, HashSet<string> stopped) =>
        LifecycleOf(resource) is { IsUnknown: false, IsSet: false } && !stopped.Contains(resource.Urn);

    private static Verdict Forgotten(PolicyResource notebook, StackInfo stack) => Verdict.Violation(
        $"{notebook.Name}: lifecycleConfigName is not set and no schedule of this stack stops it: it is billed until somebody "
        + $"remembers. Give it a lifecycle configuration that stops it when idle, or a schedule.{LeftOn(notebook, stack)}");

    private static string LeftOn(PolicyResource notebook, StackInfo stack) =>
        AwsNotebook.From(notebook.InputsValue).InstanceType is { IsSecret: false, Value: { } type }
            ? InstanceMoney.For(notebook, stack).LeftOn(Purpose.NotebookInstance, type)
            : "";

    /// <summary>The lifecycle configuration of a notebook instance; null for every other resource.</summary>
    private static Known<string>? LifecycleOf(PolicyResource resource) =>
        AwsNotebook.ResourceTypes.Contains(resource.Type) ? AwsNotebook.From(resource.InputsValue).LifecycleConfigName
        : NativeNotebook.ResourceTypes.Contains(resource.Type) ? NativeNotebook.From(resource.InputsValue).LifecycleConfigName
        : (Known<string>?)null;

    /// <summary>URNs of what a schedule stops, where it stops notebook instances.</summary>
    private static IEnumerable<string> StoppedBy(PolicyResource resource) =>
        string.Equals(SageMakerCalls.ActionOf(TargetOf(resource).Value), "stopNotebookInstance", StringComparison.OrdinalIgnoreCase)
            ? resource.Dependencies
            : [];

    /// <summary>What a schedule calls; not set of every other resource.</summary>
    private static Known<string> TargetOf(PolicyResource resource) =>
        AwsSchedule.ResourceTypes.Contains(resource.Type) ? AwsSchedule.From(resource.InputsValue).Target.Arn
        : NativeSchedule.ResourceTypes.Contains(resource.Type) ? NativeSchedule.From(resource.InputsValue).Target.Arn
        : default;

    private static Verdict Judge(IdleSettings settings, int limit, string name) => (settings.Management.Known, settings.Minutes.Known) switch
    {
        ({ IsUnknown: true }, _) => Verdict.Unknown(settings.Management.Path.ToString()),
        ({ Value: null }, { IsUnknown: false }) when settings.IsDefault => Verdict.Violation(
            $"{name}: {settings.Management.Path} is not set, so that apps run until somebody remembers. Set it to {Enabled}."),
        ({ Value: not null and not Enabled }, _) => Verdict.Violation(
            $"{name}: {settings.Management.Path} is {settings.Management.Known}, expected {Enabled}."),
        (_, { IsUnknown: true }) => Verdict.Unknown(settings.Minutes.Path.ToString()),
        (_, { Value: { } minutes }) when minutes > limit || minutes < Least => Verdict.Violation(
            $"{name}: {settings.Minutes.Path} is {settings.Minutes.Known}, expected {Least} to {limit}."),
        _ => Verdict.Compliant,
    };
}
