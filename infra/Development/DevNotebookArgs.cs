using Infra.Storage;

namespace Infra.Development;

/// <summary>What a <see cref="DevNotebook"/> needs to exist.</summary>
internal sealed record DevNotebookArgs
{
    public required StackScope Scope { get; init; }

    /// <summary>What it runs on and when it stops.</summary>
    public required NotebookSettings Notebook { get; init; }

    /// <summary>Where datasets, code and results lie.</summary>
    public required BucketAccess Bucket { get; init; }
}
