using Policies.Money;
using Policies.Packs;
using Policies.Workloads;
using AwsNotebook = ResourceViews.Aws.Sagemaker.NotebookInstanceProps;
using NativeNotebook = ResourceViews.AwsNative.SageMaker.NotebookInstanceProps;

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
        var schedules = context.Resources.Select(NotebookSchedule.From).OfType<NotebookSchedule>().ToArray();
        var notebooks = context.Resources.Where(resource => LifecycleOf(resource) is not null).ToArray();
        return notebooks.Where(IsAlone).SelectMany(notebook => Judge(notebook, schedules, notebooks, context.Stack))
            .Concat(
                from resource in context.Resources
                from settings in IdleSettings.Of(resource)
                from verdict in Judge(settings, limit, resource.Name)
                group verdict by resource into found
                select new ResourceVerdict(found.Key, Verdict.All(found)))
            .Where(verdict => !verdict.Verdict.IsCompliant)
            .Distinct();
    }

    /// <summary>Whether a notebook instance has no lifecycle configuration to stop it.</summary>
    private static bool IsAlone(PolicyResource notebook) => LifecycleOf(notebook) is { IsUnknown: false, Value: null or "" };

    /// <summary>A notebook instance that no schedule stops is forgotten; until it is known what a schedule stops, it may be this one.</summary>
    private static ResourceVerdict[] Judge(
        PolicyResource notebook, NotebookSchedule[] schedules, PolicyResource[] notebooks, StackInfo stack)
    {
        var name = NameOf(notebook);
        (NotebookSchedule Schedule, bool? Stops)[] answers =
        [
            .. schedules.Select(schedule => (schedule, schedule.Stops(notebook, name, Array.Exists(notebooks, schedule.ComesFrom)))),
        ];
        ResourceVerdict[] open =
        [
            .. answers.Where(answer => answer.Stops is null)
                .Select(answer => new ResourceVerdict(answer.Schedule.Resource, Verdict.Unknown(answer.Schedule.OpenPath.ToString()))),
        ];
        return Array.Exists(answers, answer => answer.Stops == true) ? []
            : open.Length > 0 ? open
            : [new(notebook, Forgotten(notebook, stack))];
    }

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

    /// <summary>The name of a notebook instance, as the program gave it or AWS did.</summary>
    private static Known<string> NameOf(PolicyResource notebook)
    {
        var (given, made) = NativeNotebook.ResourceTypes.Contains(notebook.Type)
            ? (NativeNotebook.From(notebook.InputsValue).NotebookInstanceName, NativeNotebook.From(notebook.OutputsValue).NotebookInstanceName)
            : (AwsNotebook.From(notebook.InputsValue).Name, AwsNotebook.From(notebook.OutputsValue).Name);
        return given.IsSet ? given : made;
    }

    private static IEnumerable<Verdict> Judge(IdleSettings settings, int limit, string name)
    {
        yield return (settings.Management.Known, settings.Minutes.Known) switch
        {
            ({ IsUnknown: true }, _) => Verdict.Unknown(settings.Management.Path.ToString()),
            ({ Value: null }, { IsUnknown: false }) when settings.IsDefault => Verdict.Violation(
                $"{name}: {settings.Management.Path} is not set, so that apps run until somebody remembers. Set it to {Enabled}."),
            ({ Value: not null and not Enabled }, _) => Verdict.Violation(
                $"{name}: {settings.Management.Path} is {settings.Management.Known}, expected {Enabled}."),
            _ => Within(settings.Minutes, limit, name),
        };

        // People may raise their own minutes up to these. Where the whole is not known, that has been said.
        yield return settings.Management.Known.IsUnknown && settings.MaxMinutes.Known.IsUnknown
            ? Verdict.Compliant
            : Within(settings.MaxMinutes, limit, name);
    }

    private static Verdict Within(Setting<int?> minutes, int limit, string name) => minutes.Known switch
    {
        { IsUnknown: true } => Verdict.Unknown(minutes.Path.ToString()),
        { Value: { } value } when value > limit || value < Least => Verdict.Violation(
            $"{name}: {minutes.Path} is {minutes.Known}, expected {Least} to {limit}."),
        _ => Verdict.Compliant,
    };
}
