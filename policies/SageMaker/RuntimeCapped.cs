using System.Globalization;
using Policies.Iam;
using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>A hung job ends by itself: without a limit of its own it is billed for a day.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html</remarks>
internal sealed class RuntimeCapped : ResourcePolicy
{
    private const string MaxHours = "maxRuntimeHours";

    private static readonly OpenPermissions Permissions = new(CostKey.MaxRuntime);

    public override PolicyInfo Info { get; } = new()
    {
        Name = "runtime-capped",
        DisplayName = "Jobs state how long they may run",
        Description = "Training, tuning and processing jobs state how long they may run.",
        Severity = Severity.Medium,
        Remediation = "Set stoppingCondition.maxRuntimeInSeconds to somewhat more than the longest run that was good.",
        Url = PolicyPages.Of("runtime-capped"),
        Tags = ["sagemaker", "cost"],
        Config = new(
            PolicySetting.Number(MaxHours, "Hours that a job may run at most; SageMaker's own limit is 28 days.", byDefault: 28 * 24),
            OpenPermissions.Setting),
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } = [.. ResourceWorkloads.Types, .. IamDocuments.Types];

    public override Verdict Check(ResourceContext context)
    {
        var reading = ResourceWorkloads.In(context.Resource);
        return Verdict.All(
        [
            .. reading.Unknowns.Select(Verdict.Unknown),
            .. reading.Workloads.SelectMany(workload => Judge(workload, context)).Distinct(),
            .. Permissions.Judge(context),
        ]);
    }

    private static IEnumerable<Verdict> Judge(Workload workload, ResourceContext context) => workload switch
    {
        { Training: { } terms } => [Judge(terms.MaxRuntime, context)],
        { MaxRuntime: { } limit } => [Judge(limit, context)],
        _ => [],
    };

    private static Verdict Judge(Setting<int?> limit, ResourceContext context)
    {
        var hours = context.Config[MaxHours].AsNumber() ?? double.MaxValue;
        return limit.Known switch
        {
            { IsUnknown: true } => Verdict.Unknown(limit.Path.ToString()),
            { Value: null } => Verdict.Violation(
                $"{context.Resource.Name}: {limit.Path} {(limit.Known.IsSecret ? $"is {limit.Known} and sets no limit" : "is not set")}: a job that hangs is billed for a day. "
                + "Set it to somewhat more than the longest run that was good."),
            { Value: { } seconds } when seconds > hours * 3600 => Verdict.Violation(string.Create(
                CultureInfo.InvariantCulture,
                $"{context.Resource.Name}: {limit.Path} is {(limit.Known.IsSecret ? limit.Known : seconds)}, expected at most {hours * 3600} "
                + $"(the setting {MaxHours} is {hours}). Lower it, or divide the job.")),
            _ => Verdict.Compliant,
        };
    }
}
