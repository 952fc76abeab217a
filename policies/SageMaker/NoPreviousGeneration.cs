using Policies.Money;
using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>Hardware that AWS is retiring: slower for the money, and new capacity cannot be relied on.</summary>
internal sealed class NoPreviousGeneration : WorkloadPolicy
{
    /// <summary>What does the work of a family today, for families that AWS is retiring or has retired.</summary>
    private static readonly Dictionary<string, string> Successors = new()
    {
        ["p2"] = "ml.g5 or ml.g6",
        ["p3"] = "ml.g5, ml.g6 or ml.g6e",
        ["p3dn"] = "ml.g6e.48xlarge or ml.p4d.24xlarge",
        ["m4"] = "ml.m5 or ml.m6i",
        ["c4"] = "ml.c5 or ml.c6i",
    };

    public override PolicyInfo Info { get; } = new()
    {
        Name = "no-previous-generation",
        DisplayName = "No instances of earlier generations",
        Description = "Instances are not of a generation that AWS has retired.",
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
            { Value: { } type } when Successor(type) is { } successor => Old(
                type,
                $"{context.Resource.Name}: {use.Path} is {use.Type}, of an earlier generation: slower for its price, and new capacity cannot "
                + $"be relied on. {(use.Type.IsSecret ? "Choose a current type." : $"Use {successor}.{Beside(workload, context, type, successor)}")}"),
            _ => Verdict.Compliant,
        });

    /// <summary>The price beside that of the same size of the first family named.</summary>
    private static string Beside(Workload workload, ResourceContext context, string type, string successor) =>
        successor.Split(' ', ',')[0] is var first && InstanceName.Parse(type) is { } name && first.StartsWith("ml.", StringComparison.Ordinal)
            ? InstanceMoney.For(context.Resource, context.Stack)
                .Beside(workload.Purpose, type, InstanceName.Parse(first) is null ? $"{first}.{name.Size}" : first)
            : "";

    /// <summary>What AWS still lists is advised against; what it does not is refused.</summary>
    private static Verdict Old(string type, string message) =>
        InstanceCatalogue.Find(type) is null ? Verdict.Violation(message) : Verdict.Warning(message);

    private static string? Successor(string type) => InstanceName.Parse(type) is not { } name ? null
        : Successors.TryGetValue(name.Family, out var successor) ? successor
        : InstanceCatalogue.Find(type) is { Status: TypeStatus.Previous } ? "a current family"
        : null;
}
