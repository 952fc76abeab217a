using System.Runtime.InteropServices;
using System.Text;
using Preview.Baselines;
using Preview.CommandLine;
using Preview.Imports;
using Preview.Known;
using Preview.Pricing;
using Preview.Programs;
using Preview.Reports;
using Preview.Runs;
using Preview.Verdicts;
using Preview.Watch;

namespace Preview;

/// <summary>The whole Main: reads the command line, runs the preview, prints the report. The result goes to stdout, all else to stderr.</summary>
internal static class PreviewCommand
{
    public static async Task<ExitCode> RunAsync(string[] words)
    {
        var trace = RunTrace.Of(Environment.GetEnvironmentVariable);
        await using var stdout = Console.OpenStandardOutput();
        var isRedirected = Console.IsOutputRedirected;
        if (OperatingSystem.IsWindows() && !isRedirected)
        {
            // The lines of the tree are not in the code page that a console of Windows starts with.
            Console.OutputEncoding = Encoding.UTF8;
        }

        // What a program or a pack in this process prints is not the result.
        Console.SetOut(Console.Error);
        using var interrupted = new CancellationTokenSource();
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Cancel(signal, interrupted));
        using var onTermination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Cancel(signal, interrupted));
        try
        {
            var arguments = ArgumentParser.Parse(words);
            if (arguments.ShowHelp || arguments.ShowVersion)
            {
                await stdout.WriteAsync(Encoding.UTF8.GetBytes(arguments.ShowHelp ? HelpText.Text + "\n" : $"{Version}\n"));
                return ExitCode.Success;
            }

            if (arguments is { Command: Command.Prices, Offer: { } offer, Region: { } region })
            {
                OfferPrices.Convert(offer, region, stdout);
                return ExitCode.Success;
            }

            if (arguments.Watch)
            {
                await WatchAsync(arguments, words, stdout, isRedirected, interrupted.Token);
                return ExitCode.Success;
            }

            // Before the program runs, which may have a working directory of its own.
            using var reports = ReportFiles.Open(arguments);
            using var knownFindings = KnownFindingsFile.OpenForWriting(arguments);
            var known = KnownFindingsFile.Find(arguments);
            var metrics = MetricsFile.Open(arguments);
            var result = arguments.From is { } file
                ? CliPreview.Read(file, arguments.Events, arguments.PriceFile)
                : await RunAsync(arguments, trace, interrupted.Token);
            var reporting = trace.Begin("verdict and report");
            var palette = Palette.For(arguments.Color, isRedirected, Environment.GetEnvironmentVariable);
            if (arguments.Resource is { } resource)
            {
                await stdout.WriteAsync(Encoding.UTF8.GetBytes(ExplainReport.Of(result, resource, palette)));
                return ExitCode.Success;
            }

            if (arguments.Command == Command.Advise)
            {
                if (arguments.MetricsQuery)
                {
                    await stdout.WriteAsync(MetricsFile.QueryFor(result, TimeProvider.System.GetUtcNow()));
                    return ExitCode.Success;
                }

                var advice = PlanEstimate.AdviceFor(result, metrics);
                await stdout.WriteAsync(arguments.Json
                    ? JsonAdvice.Of(result, advice)
                    : Encoding.UTF8.GetBytes(AdviceReport.Of(result, advice, palette)));
                return ExitCode.Success;
            }

            var verdict = Judge.Of(result, known?.For(result.Settings.Project, result.Settings.Stack));
            reports.Write(verdict, Console.Error.WriteLine);
            if (knownFindings is not null)
            {
                KnownFindingsFile.Write(knownFindings, verdict, Console.Error.WriteLine);
            }

            await stdout.WriteAsync(arguments.Json ? JsonReport.Of(verdict) : Encoding.UTF8.GetBytes(TextReport.Of(verdict, palette)));
            if (arguments.ForGitHub)
            {
                await stdout.WriteAsync(Encoding.UTF8.GetBytes(GitHubAnnotations.Of(verdict)));
                JobSummary.Append(verdict, Environment.GetEnvironmentVariable);
            }

            reporting?.Dispose();
            trace.Write(Console.Error.WriteLine);
            return verdict.ExitCode;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("The preview was interrupted.");
            return ExitCode.Cancelled;
        }
        catch (UserErrorException fault)
        {
            await Console.Error.WriteLineAsync($"error: {fault.Message}");
            return fault.ExitCode;
        }
        catch (Exception fault)
        {
            // The last boundary: whatever gets here is a fault of the preview itself.
            await Console.Error.WriteLineAsync($"internal error: {fault}");
            return ExitCode.Internal;
        }
    }

    /// <summary>Until the user ends it, which is no fault of anything.</summary>
    private static async Task WatchAsync(
        Arguments arguments, string[] words, Stream stdout, bool isRedirected, CancellationToken cancellation)
    {
        var palette = Palette.For(arguments.Color, isRedirected, Environment.GetEnvironmentVariable);
        try
        {
            await new WatchCommand(arguments, words, Print, Console.Error.WriteLine, palette).RunAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }

        void Print(string line)
        {
            stdout.Write(Encoding.UTF8.GetBytes($"{line}\n"));
            stdout.Flush();
        }
    }

    private static async Task<PreviewResult> RunAsync(Arguments arguments, RunTrace trace, CancellationToken cancellation)
    {
        var built = BuiltProjects.OfThisBuild();
        // Before the program runs, too.
        var repository = SourcePlaces.RepositoryOf(Path.GetFullPath(arguments.WorkingDirectory ?? Environment.CurrentDirectory));
        var pages = PolicyPages.Of(repository, Environment.GetEnvironmentVariable);
        var baseline = await BaselineChoice.FindAsync(arguments, built, Console.Error.WriteLine, cancellation);
        var result = await new PreviewRun(arguments, built, Console.Error.WriteLine, baseline, trace).RunAsync(cancellation);
        return result with { Packs = [.. result.Packs.Select(pages.AddressedIn)] };
    }

    private static string Version => typeof(PreviewCommand).Assembly.GetName().Version!.ToString(3);

    /// <summary>The first interrupt ends the children and then this process; a second one ends it at once.</summary>
    private static void Cancel(PosixSignalContext signal, CancellationTokenSource interrupted)
    {
        signal.Cancel = !interrupted.IsCancellationRequested;
        interrupted.Cancel();
    }
}
