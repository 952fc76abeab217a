using System.Collections.Frozen;
using Policies.Money;
using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>Hardware that AWS is retiring: slower for the money, and new capacity cannot be relied on.</summary>
internal sealed class NoPreviousGeneration : WorkloadPolicy
{
    private static readonly FrozenDictionary<string, OldFamily> Families = new Dictionary<string, OldFamily>
    {
        ["p2"] = new("ml.g5 or ml.g6", IsRetired: true),
        ["p3"] = new("ml.g5, ml.g6 or ml.g6e", IsRetired: false),
        ["p3dn"] = new("ml.g6e.48xlarge or ml.p4d.24xlarge", IsRetired: false),
        ["m4"] = new("ml.m5 or ml.m6i", IsRetired: false),
        ["c4"] = new("ml.c5 or ml.c6i", IsRetired: false),
    }.ToFrozenDictionary();

    /// <summary>The families that are of an earlier generation.</summary>
    public static IEnumerable<string> OldFamilies => Families.Keys;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "no-previous-generation",
        DisplayName = "No instances of earlier generations",
        Description = "Instances are not of a generation that AWS has retired or is retiring.",
        Severity = Severity.Medium,
        Remediation = "Choose a type of the family that the message names.",
        Url = PolicyPages.Of("no-previous-generation"),
        Tags = ["sagemaker", "cost", "right-sizing"],
        Config = new(),
    };

    protected override IEnumerable<Verdict> Judge(Workload workload, ResourceContext context) =>
        workload.Instances.Select(use => use.Type switch
        {
            { IsUnknown: true } => Verdict.Unknown(use.Path.ToString()),
            { Value: { } type } when Find(type) is { } old => Judge(
                old,
                $"{context.Resource.Name}: {use.Path} is {use.Type}, of an earlier generation: slower for its price, and new capacity cannot "
                + $"be relied on. {(use.Type.IsSecret ? "Choose a current type." : $"Use {old.Successors}.{Beside(workload, context, type, old.Successors)}")}"),
            _ => Verdict.Compliant,
        });

    /// <summary>The price beside that of the same size of the first family named.</summary>
    private static string Beside(Workload workload, ResourceContext context, string type, string successor) =>
        successor.Split(' ', ',')[0] is var first && InstanceName.Parse(type) is { } name && first.StartsWith("ml.", StringComparison.Ordinal)
            ? InstanceMoney.For(context.Resource, context.Stack)
                .Beside(workload.Purpose, type, InstanceName.Parse(first) is null ? $"{first}.{name.Size}" : first)
            : "";

    /// <summary>What AWS still offers is advised against; what it has retired is refused.</summary>
    private static Verdict Judge(OldFamily family, string message) => family.IsRetired ? Verdict.Violation(message) : Verdict.Warning(message);

    private static OldFamily? Find(string type) => InstanceName.Parse(type) is { } name ? Families.GetValueOrDefault(name.Family) : null;

    /// <param name="Successors">The families or types that do its work today.</param>
    /// <param name="IsRetired">Whether AWS has taken it away: EC2 has none to give, even where SageMaker still knows the name.</param>
    private sealed record OldFamily(string Successors, bool IsRetired);
}
