using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text;

namespace Preview.Runs;

/// <summary>Where the time of a run goes, for whoever makes it faster (docs/speed.md). Kept only where somebody asks for it.</summary>
internal sealed class RunTrace
{
    /// <summary>Where it is set to 1, the trace goes to stderr.</summary>
    public const string Variable = "PREVIEW_TRACE";

    private readonly ConcurrentQueue<(string Stage, TimeSpan From, TimeSpan To)> stages = new();
    private readonly DateTime processStart;
    private readonly bool isKept;

    private RunTrace(bool isKept)
    {
        this.isKept = isKept;
        if (isKept)
        {
            processStart = Process.GetCurrentProcess().StartTime;
            stages.Enqueue((".NET", TimeSpan.Zero, SinceStart));
        }
    }

    public static RunTrace None { get; } = new(isKept: false);

    private TimeSpan SinceStart => DateTime.Now - processStart;

    public static RunTrace Of(Func<string, string?> environment) => environment(Variable) == "1" ? new(isKept: true) : None;

    /// <summary>A stage that lasts until it is disposed of.</summary>
    public Stage? Begin(string stage) => isKept ? new(this, stage) : null;

    /// <summary>A stage that lasts as long as a task.</summary>
    public async Task<T> TimedAsync<T>(string stage, Func<Task<T>> run)
    {
        using (Begin(stage))
        {
            return await run();
        }
    }

    /// <summary>A stage that lasts as long as a task.</summary>
    public async Task TimedAsync(string stage, Func<Task> run)
    {
        using (Begin(stage))
        {
            await run();
        }
    }

    /// <summary>The stages in the order of their beginnings; several may run side by side.</summary>
    public void Write(Action<string> write)
    {
        if (!isKept)
        {
            return;
        }

        var table = new StringBuilder("  from ms    to ms  stage");
        foreach (var (stage, from, to) in stages.OrderBy(stage => stage.From))
        {
            table.AppendLine().Append(
                CultureInfo.InvariantCulture, $"{from.TotalMilliseconds,9:N0}{to.TotalMilliseconds,9:N0}  {stage}");
        }

        var process = Process.GetCurrentProcess();
        table.AppendLine().Append(
            CultureInfo.InvariantCulture,
            $"{process.TotalProcessorTime.TotalMilliseconds:N0} ms of processors; {JitInfo.GetCompiledMethodCount():N0} methods compiled meanwhile, "
            + $"in {JitInfo.GetCompilationTime().TotalMilliseconds:N0} ms; {process.PeakWorkingSet64 / 1024 / 1024:N0} MiB at most.");
        write(table.ToString());
    }

    /// <summary>A stage that has begun.</summary>
    internal sealed class Stage(RunTrace trace, string name) : IDisposable
    {
        private readonly TimeSpan from = trace.SinceStart;

        public void Dispose() => trace.stages.Enqueue((name, from, trace.SinceStart));
    }
}
