using Preview.Processes;

namespace Preview.Programs;

/// <summary>A program in a process of its own.</summary>
/// <param name="findStart">Finds out how to start it.</param>
/// <param name="onOutput">Gets what it prints.</param>
internal sealed class ProgramProcess(Func<CancellationToken, Task<ChildStart>> findStart, Action<string> onOutput) : IProgram
{
    public async Task<ProgramEnd> RunAsync(CancellationToken cancellation)
    {
        await using var process = ChildProcess.Start(await findStart(cancellation), onOutput);
        while (await process.Output.ReadLineAsync(cancellation) is { } line)
        {
            onOutput(line);
        }

        return new(await process.WaitAsync(cancellation), process.LastErrors);
    }
}
