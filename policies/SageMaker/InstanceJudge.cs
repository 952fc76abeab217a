using Policies.Money;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>Decides whether the instance types of a workload are larger than it needs.</summary>
internal sealed class InstanceJudge(InstanceSettings settings, string resource, InstanceMoney money)
{
    /// <summary>What Studio writes for its own small server, which is not billed.</summary>
    private const string SystemType = "system";

    public IEnumerable<Verdict> Judge(Workload workload)
    {
        if (workload.Instances.IsEmpty)
        {
            return [];
        }

        var allowed = settings.ListFor(workload.Purpose);
        var model = settings.ModelOf(workload, resource);
        var fault = model.Fault is { } text ? [Verdict.Violation($"{Place(workload.Path)}{text}.")] : (Verdict[])[];
        return fault.Concat(workload.Instances.Select(use => Judge(use, workload.Purpose, allowed, model)));
    }

    private Verdict Judge(InstanceUse use, Purpose purpose, TypePatterns allowed, ModelDeclaration model) => use.Type switch
    {
        { IsUnknown: true } => Verdict.Unknown(use.Path.ToString()),
        { Value: null or SystemType } => Verdict.Compliant,
        { Value: var type } when !allowed.IsEmpty => allowed.Include(type)
            ? Verdict.Compliant
            : Verdict.Violation($"{Found(use)}, which the setting {InstanceSettings.ListName(purpose)} does not list: "
                + $"choose one of {allowed}.{Money(use, () => money.BesideCheapest(purpose, type, allowed.Exact))}"),
        { Value: var type } when InstanceCatalogue.Find(type) is { } listed => JudgeListed(use, purpose, listed, model),
        { Value: var type } => JudgeUnlisted(use, purpose, type),
    };

    /// <summary>Of a type that is not in the catalogue only its name is known.</summary>
    private Verdict JudgeUnlisted(InstanceUse use, Purpose purpose, string type) => InstanceName.Parse(type) switch
    {
        { IsPFamily: true } or { IsTrainium: true } => Verdict.Violation(
            $"{Found(use)}, of a family for the largest models and not in this pack's list of hardware: choose a listed type, "
            + $"or allow this one in the setting {InstanceSettings.ListName(purpose)}."),
        _ => Verdict.Warning(
            $"{Found(use)}, which is not in this pack's list of hardware: its size cannot be judged. If it is meant, "
            + $"allow it in the setting {InstanceSettings.ListName(purpose)}."),
    };

    private Verdict JudgeListed(InstanceUse use, Purpose purpose, InstanceType type, ModelDeclaration model)
    {
        var reason = LargeTypes.Because(type, IsDevelopment(purpose));
        return model switch
        {
            _ when type.Accelerators is null => Verdict.Compliant,
            { UnknownTag: { } tag } => reason is null ? Verdict.Compliant : Verdict.Unknown($"tags.{tag}"),
            { Demand: { } demand } => use.Count switch
            {
                { IsUnknown: true } => Verdict.Unknown(use.CountPath.ToString()),
                { Value: var count } => JudgeSize(use, purpose, type, demand, Math.Max(count ?? 1, 1), reason),
            },
            _ => reason is null ? Verdict.Compliant : Verdict.Violation(
                $"{Found(use)}{Because(use, reason)}: too large by default. Use {Usual(purpose)}; or, if a model needs it, declare its "
                + $"size with the tags {ModelTags.BillionsTag} and {ModelTags.UseTag}, or in the setting modelParametersBillions.{Beside(use, purpose, UsualType(purpose))}"),
        };
    }

    private Verdict JudgeSize(InstanceUse use, Purpose purpose, InstanceType type, ModelDemand demand, int count, string? reason)
    {
        var usable = RightSize.Usable(type.Accelerators!, count, demand.IsSharded);
        return RightSize.Judge(demand, type, count, PlaceOf(purpose), isLarge: reason is not null) switch
        {
            { IsAccepted: true } => Verdict.Compliant,
            { Fit: Fit.TooSmall, Better: var smallest } => Verdict.Violation(
                $"{Found(use)}, whose usable {usable} are too little: {demand}. "
                + (smallest is null
                    ? "No listed type is large enough: use more instances, or a mode that needs less."
                    : $"Use {Name(smallest)}.{Beside(use, purpose, smallest.Name)}")),
            { Fit: Fit.Wasteful, Better: { } smaller } => Verdict.Violation(
                $"{Found(use)}, whose usable {usable} stay mostly empty: {demand}. Use {Name(smaller)}.{Beside(use, purpose, smaller.Name)}"),
            { Better: { } smaller } => Verdict.Violation(
                $"{Found(use)}{Because(use, reason!)}, larger than needed: {demand}. Use {Name(smaller)}.{Beside(use, purpose, smaller.Name)}"),
            _ => Verdict.Compliant,
        };
    }

    private static bool IsDevelopment(Purpose purpose) => purpose is Purpose.NotebookInstance or Purpose.Studio;

    private static string Usual(Purpose purpose) => IsDevelopment(purpose)
        ? $"one GPU at most, such as {UsualType(purpose)}, and a training job for what needs more"
        : $"four GPUs at most, such as {UsualType(purpose)}";

    private static string UsualType(Purpose purpose) => IsDevelopment(purpose) ? "ml.g5.xlarge" : "ml.g5.12xlarge";

    private static OfferedFor PlaceOf(Purpose purpose) => purpose switch
    {
        Purpose.NotebookInstance => OfferedFor.NotebookInstance,
        Purpose.Studio => OfferedFor.StudioApp,
        Purpose.Processing => OfferedFor.Processing,
        Purpose.Hosting => OfferedFor.Hosting,
        Purpose.Training => OfferedFor.Training,
        _ => OfferedFor.NotRecorded,
    };

    private static string Name(InstanceType type) => $"{type.Name} ({type.Accelerators})";

    private string Beside(InstanceUse use, Purpose purpose, string alternative) =>
        Money(use, () => money.Beside(purpose, use.Type.Value!, alternative));

    // A price would tell which type a secret one is.
    private static string Money(InstanceUse use, Func<string> sentence) => use.Type.IsSecret ? "" : sentence();

    private string Found(InstanceUse use) => $"{Place(use.Path)} is {use.Type}";

    // What a secret type has on board would tell which type it is.
    private static string Because(InstanceUse use, string reason) => use.Type.IsSecret ? "" : $" ({reason})";

    private string Place(PropertyPath path) => $"{resource}: {path}";
}
