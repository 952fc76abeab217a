namespace Costs.Measured;

/// <summary>Training jobs that are alike, whose metrics are asked for: one launcher's, one search's, or a job by itself.</summary>
/// <param name="Urn">Of the resource that starts them.</param>
/// <param name="Resource">Its name in the program.</param>
/// <param name="JobNames">What its jobs are called, on spot and on demand: whole names, or beginnings that end in a hyphen.</param>
/// <param name="InstanceType">What they run on.</param>
public sealed record WatchedFamily(string Urn, string Resource, ImmutableArray<string> JobNames, string InstanceType)
{
    /// <summary>Whether a deployment runs them, once, rather than somebody again and again.</summary>
    public bool RunsByItself { get; init; }

    /// <summary>Whether a job of this name is one of them.</summary>
    public bool Fits(string job) =>
        JobNames.Any(name => name.EndsWith('-') ? job.StartsWith(name, StringComparison.Ordinal) : job == name);
}
