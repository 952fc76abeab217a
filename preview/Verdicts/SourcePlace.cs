namespace Preview.Verdicts;

/// <summary>Where the source creates a resource.</summary>
/// <param name="File">Path from the root of the repository, with forward slashes.</param>
/// <param name="Line">The first is 1.</param>
internal sealed record SourcePlace(string File, int Line)
{
    /// <summary>As compilers write it, for example infra/Storage/ArtifactBucket.cs:31.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}");
}
