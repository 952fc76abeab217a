using System.Collections.Concurrent;
using Pulumirpc;

namespace Preview.Engine;

/// <summary>What has been registered and said so far.</summary>
internal sealed class StackState
{
    private readonly ConcurrentQueue<Diagnostic> diagnostics = new();
    private readonly ConcurrentDictionary<string, RegisteredResource> resources = new();
    private readonly List<string> order = [];
    private readonly ConcurrentDictionary<string, SourcePosition> positions = new();
    private readonly ConcurrentDictionary<string, int> unansweredFunctions = new();

    /// <summary>Only one registration at a time, as in the real engine: policies rely on it.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>All resources in the order in which they were registered.</summary>
    public IReadOnlyList<RegisteredResource> Resources
    {
        get
        {
            lock (order)
            {
                return [.. order.Select(urn => resources[urn])];
            }
        }
    }

    public IReadOnlyCollection<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Functions whose results are unknown since nobody could answer them here, with the number of calls.</summary>
    public IReadOnlyDictionary<string, int> UnansweredFunctions => unansweredFunctions;

    /// <summary>Whether the run has failed; an error that a program only logs is none.</summary>
    public bool HasFailed { get; private set; }

    public bool HasErrors => diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Where the program says that it makes its resources, by URN.</summary>
    public IReadOnlyDictionary<string, SourcePosition> Positions => positions;

    public RegisteredResource? Find(string urn) => resources.GetValueOrDefault(urn);

    public void Add(RegisteredResource resource)
    {
        lock (order)
        {
            resources[resource.Urn] = resource;
            order.Add(resource.Urn);
        }
    }

    public void Replace(RegisteredResource resource) => resources[resource.Urn] = resource;

    /// <summary>Keeps the position of a resource, which some SDKs put into a stack trace.</summary>
    public void Place(string urn, SourcePosition? position, StackTrace? trace)
    {
        if ((position ?? trace?.Frames.FirstOrDefault()?.Pc) is { Line: > 0 } known)
        {
            positions.TryAdd(urn, known);
        }
    }

    public void Report(Diagnostic diagnostic) => diagnostics.Enqueue(diagnostic);

    /// <summary>Makes the run a failure.</summary>
    public void Fail(Diagnostic? diagnostic = null)
    {
        HasFailed = true;
        if (diagnostic is not null)
        {
            Report(diagnostic);
        }
    }

    /// <summary>Reports what is worth saying once, however often it happens.</summary>
    public void ReportOnce(Diagnostic diagnostic)
    {
        if (!diagnostics.Contains(diagnostic))
        {
            Report(diagnostic);
        }
    }

    public void CountUnanswered(string function) => unansweredFunctions.AddOrUpdate(function, 1, (_, count) => count + 1);
}
