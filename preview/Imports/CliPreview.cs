using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Costs.Comparison;
using Preview.Baselines;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Policies;
using Preview.Pricing;
using Preview.Runs;

namespace Preview.Imports;

/// <summary>Reads what <c>pulumi preview --json</c> and --event-log wrote, prices it, and compares it with what is deployed.</summary>
internal sealed class CliPreview
{
    /// <summary>What the comparison is with.</summary>
    private const string Deployed = "what is deployed";

    /// <summary>The error by which the CLI says that a policy was violated, or that another error came before.</summary>
    private const string PreviewFailed = "preview failed";

    private readonly CliSteps steps = new();
    private readonly List<Finding> findings = [];
    private readonly List<AppliedRemediation> remediations = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly JsonElement document;

    private CliPreview(JsonElement document, IEnumerable<JsonElement>? events)
    {
        this.document = document;
        foreach (var step in document.Items("steps"))
        {
            steps.AddStep(step);
        }

        foreach (var one in events ?? [])
        {
            AddEvent(one);
        }

        diagnostics.AddRange(document.Items("diagnostics").Select(CliDiagnostic.Of).OfType<Diagnostic>().Distinct());
        if (events is null)
        {
            Warn("There is no event log, so it is not known what policy packs found: give --events what pulumi preview --event-log FILE wrote.");
        }

        if (ChangeCount("same") - steps.Unchanged is > 0 and var missing)
        {
            Warn($"{Summary(missing)}: their cost is in neither total. Save the preview with --show-sames, or give --events its event log.");
        }
    }

    /// <param name="path">What --json printed.</param>
    /// <param name="eventLog">What --event-log wrote; null for none.</param>
    /// <param name="priceFile">A price list of the user's, rather than the one that the stack's settings name; null for none.</param>
    /// <exception cref="UserErrorException">A file is missing, or is not what the CLI writes.</exception>
    public static PreviewResult Read(string path, string? eventLog, string? priceFile = null)
    {
        var clock = Stopwatch.StartNew();
        using var document = CliFiles.Document(path);
        var events = eventLog is null ? null : CliFiles.Events(eventLog).ToArray();
        return new CliPreview(document.RootElement, events).Result(path, priceFile, clock);
    }

    private PreviewResult Result(string path, string? priceFile, Stopwatch clock)
    {
        var (resources, before) = (steps.After, steps.Before);
        var settings = Settings(path, [.. resources, .. before]);
        var prices = PriceFile.Find(priceFile, settings.Config, Environment.CurrentDirectory);
        settings = settings with { Prices = prices.Book };
        foreach (var warning in prices.Warnings(settings.Config))
        {
            Warn(warning);
        }

        if (findings.Exists(finding => finding.Kind == FindingKind.Mandatory))
        {
            diagnostics.RemoveAll(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Message: PreviewFailed });
        }

        var savings = HasErrors ? null : Price(resources, settings);
        var costs = savings is null || before.Count == 0 ? null : PlanEstimate.Of(before, settings).Savings?.After;
        return new()
        {
            Settings = settings,
            Source = $"from {Path.GetFileName(path)}",
            ExitCode = HasErrors ? ExitCode.Error
                : findings.Exists(finding => finding.Kind == FindingKind.Mandatory) ? ExitCode.PolicyViolation
                : ExitCode.Success,
            Resources = resources,
            Diagnostics = diagnostics,
            Findings = Policies.Findings.InOrder(findings),
            Remediations = [.. remediations.OrderBy(remediation => remediation.Urn, StringComparer.Ordinal)],
            Packs = [],
            UnansweredFunctions = ImmutableDictionary<string, int>.Empty,
            Savings = savings,
            Baseline = costs is null
                ? Baseline.None(Deployed, before.Count == 0 ? "Nothing is deployed yet." : "The preview failed.")
                : Baseline.Of(Deployed, CostSheet.Of(costs)) with { Inputs = ResourceInputs.Of(before) },
            Places = steps.Places,
            Duration = clock.Elapsed,
        };
    }

    private bool HasErrors => diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private void AddEvent(JsonElement one)
    {
        foreach (var kind in (string[])["resourcePreEvent", "resOutputsEvent"])
        {
            if (one.Member(kind)?.Member("metadata") is { } metadata)
            {
                steps.AddEvent(metadata);
            }
        }

        if (one.Member("policyEvent") is { } said)
        {
            findings.Add(CliFindings.Of(said));
        }

        if (one.Member("policyRemediationEvent") is { } done)
        {
            remediations.Add(CliFindings.RemediationOf(done));
        }
    }

    private Costs.Estimates.Savings? Price(IReadOnlyList<RegisteredResource> resources, EngineSettings settings)
    {
        var (savings, faults) = PlanEstimate.Of([.. resources], settings);
        diagnostics.AddRange(faults.Select(fault => new Diagnostic(
            DiagnosticSeverity.Error, $"Pulumi.{settings.Stack}.yaml: {settings.Project}:{fault}")));
        return savings;
    }

    /// <summary>Project and stack are part of every URN.</summary>
    private EngineSettings Settings(string path, IEnumerable<RegisteredResource> resources)
    {
        var (stack, project) = resources.Select(resource => Urn.StackAndProjectOf(resource.Urn)).FirstOrDefault(names => names is not null)
            ?? throw new UserErrorException(
                $"{path} holds no resources, so it does not say which stack it is of: {Errors()}. Save it with: pulumi preview --json > {path}");
        var values = document.Members("config").ToImmutableSortedDictionary(
            setting => setting.Name,
            setting => setting.Value.ValueKind == JsonValueKind.String ? setting.Value.GetString()! : setting.Value.GetRawText(),
            StringComparer.Ordinal);
        var secrets = values.Where(setting => setting.Value == Reports.JsonProperties.SecretText).Select(setting => setting.Key);
        return new(project, stack, new(values, [.. secrets], []), "");
    }

    private string Errors() => string.Join(
        "; ",
        diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Message).DefaultIfEmpty("it has no errors either"));

    private int ChangeCount(string operation) =>
        document.Member("changeSummary")?.Member(operation) is { ValueKind: JsonValueKind.Number } count && count.TryGetInt32(out var number) ? number : 0;

    private static string Summary(int missing) => string.Create(
        CultureInfo.InvariantCulture, $"{missing} of the resources that do not change are missing from the document");

    private void Warn(string message) => diagnostics.Add(new(DiagnosticSeverity.Warning, message));
}
