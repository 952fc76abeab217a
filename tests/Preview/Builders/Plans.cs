using Costs.Comparison;
using Preview.Baselines;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Policies;
using Preview.Pricing;
using Preview.Projects;
using Preview.Runs;
using Preview.Verdicts;

namespace Preview.Tests.Builders;

/// <summary>Plans and what a preview of them comes to, for tests that need no program.</summary>
internal static class Plans
{
    private static readonly EngineSettings Settings = new(
        "orders",
        "dev",
        StackConfig.Empty with { Values = StackConfig.Empty.Values.Add("aws:region", "us-east-1") },
        "");

    public static RegisteredResource Notebook(string name, string instanceType = "ml.t3.medium") =>
        Resource("aws:sagemaker/notebookInstance:NotebookInstance", name, ("instanceType", instanceType), ("roleArn", "arn:aws:iam::123456789012:role/x"));

    public static RegisteredResource Resource(string type, string name, params ReadOnlySpan<(string Name, object? Value)> inputs) => new()
    {
        Urn = Urn.Of("dev", "orders", parent: "", type, name),
        Type = type,
        Name = name,
        IsCustom = true,
        Inputs = PropertyMap.Of(inputs),
    };

    public static Finding Finding(RegisteredResource resource, FindingKind kind = FindingKind.Mandatory, string? message = null) => new()
    {
        Pack = "sample",
        PackVersion = "1.2.3",
        Policy = "small-notebooks",
        Description = "Notebooks are small.",
        Message = message ?? $"Notebooks are small.\n{resource.Name}: instanceType is ml.t3.medium, expected ml.t3.small. Set it.",
        Kind = kind,
        Urn = resource.Urn,
    };

    public static Verdict Verdict(
        IEnumerable<RegisteredResource> resources, IEnumerable<Finding>? findings = null, IEnumerable<RegisteredResource>? before = null) =>
        Judge.Of(Run([.. resources], [.. findings ?? []]) with { Baseline = before is null ? null : Base([.. before]) });

    public static PreviewResult Run(ImmutableArray<RegisteredResource> resources, ImmutableArray<Finding> findings) => new()
    {
        Settings = Settings,
        ExitCode = findings.Any(finding => finding.Kind == FindingKind.Mandatory) ? ExitCode.PolicyViolation : ExitCode.Success,
        Resources = resources,
        Diagnostics = [],
        Findings = Preview.Policies.Findings.InOrder(findings),
        Remediations = [],
        Packs = [],
        UnansweredFunctions = ImmutableDictionary<string, int>.Empty,
        Savings = PlanEstimate.Of(resources, Settings).Savings,
        Duration = TimeSpan.FromSeconds(1),
    };

    private static Baseline Base(ImmutableArray<RegisteredResource> resources) =>
        Baseline.Of("main (3f2a1bc)", CostSheet.Of(PlanEstimate.Of(resources, Settings).Savings!.After)) with { Inputs = ResourceInputs.Of(resources) };
}
