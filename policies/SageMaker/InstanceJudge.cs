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

        var model = settings.ModelOf(workload, resource);
        var allowed = settings.ListFor(workload.Purpose, model);
        var fault = model.Fault is { } text ? [Verdict.Violation($"{Place(workload.Path)}{text}.")] : (Verdict[])[];
        return fault.Concat(workload.Instances.Select(use => Judge(use, workload.Purpose, model, allowed)));
    }

    private Verdict Judge(InstanceUse use, Purpose purpose, ModelDeclaration model, AllowedTypes allowed) => use.Type switch
    {
        { IsUnknown: true } => Verdict.Unknown(use.Path.ToString()),
        { Value: null or SystemType } => Verdict.Compliant,
        { Value: var type } when settings.Accepted.Include(type) => Verdict.Compliant,
        _ when model.UnknownTag is { } tag && settings.DependsOnModel(purpose) => Verdict.Unknown($"tags.{tag}"),
        { Value: var type } when !allowed.Types.Allow(type) => Verdict.Violation(
            $"{Found(use)}, which the setting {allowed.Setting} does not list{(allowed.Size is { } size ? $" for models {size}" : "")}: "
            + $"choose one of {allowed.Types}.{Money(use, () => money.BesideCheapest(purpose, type, allowed.Types.Exact))}"),
        { Value: var type } => JudgeAllowed(use, InstanceCatalogue.Find(type), purpose, model, allowed),
    };

    private Verdict JudgeAllowed(InstanceUse use, InstanceType? type, Purpose purpose, ModelDeclaration model, AllowedTypes allowed) => type switch
    {
        { } listed when allowed.ReplacesJudgement => Offered(use, purpose, listed),
        { } listed => Verdict.All([Offered(use, purpose, listed), JudgeListed(use, purpose, listed, model, allowed.Types)]),
        _ when !allowed.Types.IsEmpty => Verdict.Compliant,

        // Of a type that is not in the catalogue only its name is known.
        _ => Verdict.Warning(
            $"{Found(use)}, which is not in this pack's list of hardware: its size cannot be judged. Choose a listed type; or, if this one is "
            + $"meant, add it to the setting {SizingSettings.AcceptedTypes}."),
    };

    /// <summary>SageMaker adds types to places all the time, but T3 has never been offered for endpoints.</summary>
    private Verdict Offered(InstanceUse use, Purpose purpose, InstanceType type) => (type.Offered, InstanceName.Parse(type.Name), purpose) switch
    {
        (OfferedFor.NotRecorded, _, _) => Verdict.Compliant,
        var (offered, _, _) when offered.HasFlag(PlaceOf(purpose)) => Verdict.Compliant,
        (_, { Family: "t3" }, Purpose.Hosting) => Verdict.Violation(
            $"{Found(use)}, which SageMaker does not offer for endpoints. Use a type such as ml.t2.medium or ml.m5.large, or a serverless "
            + "endpoint."),
        _ => Verdict.Warning(
            $"{Found(use)}, which SageMaker does not offer for {Words(purpose)} as far as this pack knows: the deployment may be refused. "
            + $"Choose another type; or, if this one is offered by now, add it to the setting {SizingSettings.AcceptedTypes}."),
    };

    private Verdict JudgeListed(InstanceUse use, Purpose purpose, InstanceType type, ModelDeclaration model, TypePatterns allowed)
    {
        var reason = LargeTypes.Because(type, IsDevelopment(purpose));
        return model switch
        {
            _ when type.Accelerators is null => Verdict.Compliant,
            { Demand: { } demand } => use.Count switch
            {
                { IsUnknown: true } => Verdict.Unknown(use.CountPath.ToString()),
                { Value: var count } => JudgeSize(use, purpose, type, new(demand, Math.Max(count ?? 1, 1), PlaceOf(purpose), allowed), reason),
            },
            _ when reason is null => Verdict.Compliant,
            { UnknownTag: { } tag } => Verdict.Unknown($"tags.{tag}"),
            _ => Verdict.Violation($"{Found(use)}{Because(use, reason)}: too large by default. {Instead(use, purpose, type)}"),
        };
    }

    private Verdict JudgeSize(InstanceUse use, Purpose purpose, InstanceType type, Placement placement, string? reason)
    {
        var usable = RightSize.Usable(type.Accelerators!, placement.Instances, placement.Demand.IsSharded);
        return RightSize.Judge(placement, type, isLarge: reason is not null) switch
        {
            { Standing: Standing.Accepted } => Verdict.Compliant,
            { Standing: Standing.AdvisedAgainst, Better: var smaller } => Verdict.Warning(
                $"{Found(use)}{Because(use, reason!)}, larger than needed: {placement.Demand}, of {usable} that can be used. "
                + $"{Advised(use, purpose, type, smaller!)}"),
            { Fit: Fit.TooSmall, Better: null } => Verdict.Violation(
                $"{Found(use)}, whose usable {usable} are too little: {placement.Demand}. No {Alternatives(type, placement.Allowed)} is large "
                + "enough: use more instances, or a mode that needs less."),
            { Fit: Fit.TooSmall, Better: { } larger } => Verdict.Violation(
                $"{Found(use)}, whose usable {usable} are too little: {placement.Demand}. Use {Name(larger)}.{Beside(use, purpose, larger.Name)}"),
            { Better: var smaller } => Verdict.Violation(
                $"{Found(use)}, whose usable {usable} stay mostly empty: {placement.Demand}. Use {Name(smaller!)}.{Beside(use, purpose, smaller!.Name)}"),
        };
    }

    /// <summary>What to do about a type that is too large by default. What runs on Trainium runs on nothing else.</summary>
    private string Instead(InstanceUse use, Purpose purpose, InstanceType type)
    {
        const string Declare = $"declare its size with the tags {ModelTags.BillionsTag} and {ModelTags.UseTag}, or in the setting "
            + $"{SizingSettings.Billions}.";

        // How many GPUs a secret type has would tell which type it is.
        var hasOneGpu = type.Gpus == 1 && !use.Type.IsSecret;
        return type.Gpus == 0
            ? $"If a model needs it, {Declare}"
            : $"Use {Usual(purpose, hasOneGpu)}; or, if a model needs it, {Declare}{Beside(use, purpose, UsualType(purpose, hasOneGpu))}";
    }

    /// <summary>A type that needs another build of the model is named, and left to people.</summary>
    private string Advised(InstanceUse use, Purpose purpose, InstanceType type, InstanceType smaller) =>
        (smaller.Accelerators!.RunBuildsFor(type.Accelerators!) ? $"Use {Name(smaller)}." : $"A build of it for GPUs would fit {Name(smaller)}.")
        + Beside(use, purpose, smaller.Name);

    private static string Alternatives(InstanceType type, TypePatterns allowed) =>
        $"{(allowed.IsEmpty ? "listed type" : "type of the list")}{(type.Gpus == 0 ? $" with {type.Accelerators!.Model}" : "")}";

    private static bool IsDevelopment(Purpose purpose) => purpose is Purpose.NotebookInstance or Purpose.Studio;

    private static string Usual(Purpose purpose, bool hasOneGpu) =>
        $"{(hasOneGpu ? "one GPU of the family g5 or g6" : IsDevelopment(purpose) ? "one GPU at most" : "four GPUs at most")}, such as "
        + $"{UsualType(purpose, hasOneGpu)}{(IsDevelopment(purpose) ? ", and a training job for what needs more" : "")}";

    /// <summary>One large GPU makes room for a smaller one, never for several.</summary>
    private static string UsualType(Purpose purpose, bool hasOneGpu) =>
        hasOneGpu || IsDevelopment(purpose) ? "ml.g5.xlarge" : "ml.g5.12xlarge";

    private static OfferedFor PlaceOf(Purpose purpose) => purpose switch
    {
        Purpose.NotebookInstance => OfferedFor.NotebookInstance,
        Purpose.Studio => OfferedFor.StudioApp,
        Purpose.Processing => OfferedFor.Processing,
        Purpose.Hosting => OfferedFor.Hosting,
        Purpose.Training => OfferedFor.Training,
        _ => OfferedFor.NotRecorded,
    };

    private static string Words(Purpose purpose) => purpose switch
    {
        Purpose.NotebookInstance => "notebook instances",
        Purpose.Studio => "Studio",
        Purpose.Processing => "processing jobs",
        Purpose.Hosting => "endpoints",
        _ => "training jobs",
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
