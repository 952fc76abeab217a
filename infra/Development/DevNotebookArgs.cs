using Infra.Storage;

namespace Infra.Development;

/// <summary>What a <see cref="DevNotebook"/> needs to exist.</summary>
internal sealed record DevNotebookArgs
{
    public required StackScope Scope { get; init; }

    public required NotebookSettings Notebook { get; init; }

    /// <summary>Where it reads datasets and what was trained, and writes datasets.</summary>
    public required BucketAccess Bucket { get; init; }
}
