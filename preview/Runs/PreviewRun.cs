using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Costs.Estimates;
using Preview.Baselines;
using Preview.CommandLine;
using Preview.Engine;
using Preview.Policies;
using Preview.Pricing;
using Preview.Programs;
using Preview.Projects;
using Preview.Schemas;
using Preview.Serving;
using Preview.Verdicts;

namespace Preview.Runs;

/// <summary>One preview, from the files of the project to what was found. Whatever can start side by side does.</summary>
/// <param name="arguments">What the user asked for.</param>
/// <param name="built">What is built already.</param>
/// <param name="onOutput">Gets progress, and what program and packs print.</param>
/// <param name="baseline">What the costs are compared with; null for nothing.</param>
/// <param name="trace">Is told what takes how long; null where nobody asks.</param>
internal sealed class PreviewRun(
    Arguments arguments, BuiltProjects built, Action<string> onOutput, Baseline? baseline = null, RunTrace? trace = null)
{
    /// <summary>Its schema is read while everything else starts.</summary>
    private const string MostUsedPackage = "aws";

    private static readonly TimeSpan LongestCancel = TimeSpan.FromSeconds(5);

    private readonly RunTrace trace = trace ?? RunTrace.None;

    /// <exception cref="UserErrorException">Files or arguments are at fault, or a pack does not start.</exception>
    public async Task<PreviewResult> RunAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        _ = Task.Run(ReadMostUsedSchema, cancellation);
        var directory = arguments.WorkingDirectory ?? Environment.CurrentDirectory;
        var projectPath = ProjectFile.Find(directory);
        var (programDirectory, settingsRead) = (NewPromise<string>(), NewPromise<EngineSettings>());
        await using var server = new EngineServer();
        await using var packs = PackSet.Start(
            arguments,
            Path.GetDirectoryName(projectPath)!,
            directory,
            new(programDirectory.Task, built, settingsRead.Task),
            server,
            onOutput,
            cancellation);
        var policies = new PolicyRun(trace.TimedAsync("policy packs load", () => packs.Loading));
        var settingsStage = trace.Begin("settings");
        var project = ProjectFile.Read(projectPath);
        var program = ProgramLocation.Of(project);
        programDirectory.SetResult(program.Directory);
        var (engineSettings, warnings) = SettingsReader.Read(project, program.Directory, arguments);
        engineSettings = engineSettings with { BaselineUsd = baseline?.Costs?.Total.Expected };
        settingsRead.SetResult(engineSettings);
        var engine = new OfflineEngine(engineSettings, SchemaCatalogue.Shipped, policies);
        foreach (var warning in warnings)
        {
            engine.State.Report(new(DiagnosticSeverity.Warning, warning));
        }

        settingsStage?.Dispose();
        var choice = ProgramChoice.For(project, program, engine, engineSettings, server, arguments, built, onOutput);
        if (choice.NeedsServer || packs.NeedServer)
        {
            await server.StartAsync(engine, cancellation);
        }

        // As soon as the packs leave a processor free.
        _ = packs.Loading.ContinueWith(_ => MakePricesReady(engineSettings), cancellation, TaskContinuationOptions.None, TaskScheduler.Default);
        await trace.TimedAsync(
            "program, policies on each resource", () => RunToEndAsync(engine.State, policies, choice.Program, cancellation));
        ReportArguments(engine.State, engineSettings.Config);
        var resources = ResourceOrder.Sort(engine.State.Resources);
        var savings = engine.State.HasFailed ? null : await JudgeAsync(engine.State, policies, resources, engineSettings);
        await packs.CancelAsync(LongestCancel);
        var result = Result(engine.State, policies, resources, savings, engineSettings, await packs.LoadedAsync(), clock);
        return Located(result, engine.State, project);
    }

    private void ReadMostUsedSchema()
    {
        using var stage = trace.Begin("schema of aws");
        SchemaCatalogue.Shipped.Package(MostUsedPackage);
    }

    private void MakePricesReady(EngineSettings settings)
    {
        using var stage = trace.Begin("price list, code that prices");
        PlanEstimate.MakeReady(settings);
    }

    private static TaskCompletionSource<T> NewPromise<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Has the program register everything, unless a pack fails before that.</summary>
    private static async Task RunToEndAsync(StackState state, PolicyRun policies, IProgram program, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = program.RunAsync(ending.Token);
        if (await Task.WhenAny(running, policies.Failure) == policies.Failure && !running.IsCompletedSuccessfully)
        {
            await ending.CancelAsync();
        }
        else
        {
            ReportEnd(state, await running);
        }

        // A pack that fails may let the program end first.
        await policies.WaitForPacksAsync();
        if (policies.Failure is { IsCompleted: true } failure)
        {
            state.Fail(new(DiagnosticSeverity.Error, await failure));
        }
    }

    /// <summary>Has the packs judge the stack as a whole while it is priced.</summary>
    private async Task<Savings?> JudgeAsync(
        StackState state, PolicyRun policies, IReadOnlyList<RegisteredResource> resources, EngineSettings settings)
    {
        var savings = Task.Run(() => SavingsOf(state, resources, settings));
        try
        {
            await trace.TimedAsync("policies on the stack", () => policies.AnalyzeStackAsync(resources, settings.RootStackUrn));
        }
        catch (RefusedException refusal)
        {
            state.Fail(new(DiagnosticSeverity.Error, refusal.Message));
        }

        return await savings;
    }

    private static void ReportEnd(StackState state, ProgramEnd end)
    {
        switch (end.ExitCode)
        {
            case 0:
                break;
            case ProgramEnd.FailedAndReported when state.HasErrors:
                state.Fail();
                break;
            default:
                state.Fail(new(
                    DiagnosticSeverity.Error,
                    $"The program ended with exit code {end.ExitCode}.{(end.LastErrors.Length > 0 ? $"{Environment.NewLine}{end.LastErrors}" : "")}"));
                break;
        }
    }

    /// <summary>A program that names a setting knows of the stack file only, wherever the value came from.</summary>
    private static void ReportArguments(StackState state, StackConfig config)
    {
        var errors = state.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        string[] named =
        [
            .. config.FromArguments.Where(key => errors.Any(error => Regex.IsMatch(error.Message, $@"\b{Regex.Escape(key)}\b"))),
        ];
        if (named.Length > 0)
        {
            state.Report(new(
                DiagnosticSeverity.Warning, $"--config gave {string.Join(", ", named)} for this run: correct it there, not in the stack file."));
        }
    }

    private PreviewResult Result(
        StackState state,
        PolicyRun policies,
        IReadOnlyList<RegisteredResource> resources,
        Savings? savings,
        EngineSettings settings,
        ImmutableArray<LoadedPack> packs,
        Stopwatch clock)
    {
        var isViolated = policies.Findings.Any(finding => finding.Kind == FindingKind.Mandatory);
        return new()
        {
            Settings = settings,
            ExitCode = state.HasFailed ? ExitCode.Error : isViolated ? ExitCode.PolicyViolation : ExitCode.Success,
            Resources = resources,
            Diagnostics = [.. state.Diagnostics],
            Findings = Policies.Findings.InOrder(policies.Findings),
            Remediations = [.. policies.Remediations.OrderBy(remediation => remediation.Urn, StringComparer.Ordinal)],
            Packs = packs,
            UnansweredFunctions = state.UnansweredFunctions,
            Savings = savings,
            Baseline = baseline,
            Duration = clock.Elapsed,
        };
    }

    private static PreviewResult Located(PreviewResult result, StackState state, ProjectFile project)
    {
        var repository = SourcePlaces.RepositoryOf(project.Directory);
        var stackFile = StackFile.PathOf(project, result.Settings.Stack);
        return result with
        {
            Places = SourcePlaces.Of(state.Positions, repository),
            StackFile = SourcePlaces.Inside(repository, stackFile) ?? result.StackFile,
        };
    }

    /// <summary>Usage that cannot be read fails the preview: the total would be that of another workload.</summary>
    private Savings? SavingsOf(StackState state, IReadOnlyList<RegisteredResource> resources, EngineSettings settings)
    {
        using var stage = trace.Begin("prices and savings");
        var (savings, faults) = PlanEstimate.Of(resources, settings);
        foreach (var fault in faults)
        {
            state.Fail(new(DiagnosticSeverity.Error, $"Pulumi.{settings.Stack}.yaml: {settings.Project}:{fault}"));
        }

        return savings;
    }
}
