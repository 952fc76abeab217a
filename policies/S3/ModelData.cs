using Policies.Workloads;

namespace Policies.S3;

/// <summary>Where the models of a stack are loaded from, found by the bucket that it may be.</summary>
internal sealed class ModelData
{
    public const string Scheme = "s3://";

    private readonly ILookup<string, (PolicyResource Model, Setting<string> Data)> byName;
    private readonly ILookup<string, (PolicyResource Model, Setting<string> Data)> unknownBySource;

    public ModelData(IEnumerable<(PolicyResource Model, Setting<string> Data)> models)
    {
        var all = models.ToArray();
        byName = all
            .Where(model => model.Data.Known.Value?.StartsWith(Scheme, StringComparison.Ordinal) == true)
            .Where(model => model.Data.Known.Value!.IndexOf('/', Scheme.Length) >= 0)
            .ToLookup(model => BucketIn(model.Data.Known.Value!));
        var unknown = all.Where(model => model.Data.Known.IsUnknown).ToArray();
        unknownBySource = (
            from model in unknown
            from urn in SourcesOf(model.Model).Distinct()
            select (Urn: urn, Model: model)).ToLookup(pair => pair.Urn, pair => pair.Model);
        FromAnywhere = [.. unknown.Where(model => !SourcesOf(model.Model).Any())];
    }

    /// <summary>What is not known yet, and came from nowhere that can be told: it may be in any bucket.</summary>
    public ImmutableArray<(PolicyResource Model, Setting<string> Data)> FromAnywhere { get; }

    /// <summary>What is loaded from a bucket, or may be, since it is not known yet and came from the bucket.</summary>
    public IEnumerable<(PolicyResource Model, Setting<string> Data)> PerhapsIn(StackBucket bucket) =>
        [.. bucket.Name.IsSet ? byName[bucket.Name.Value!] : [], .. unknownBySource[bucket.Resource.Urn]];

    private static string BucketIn(string url) => url[Scheme.Length..url.IndexOf('/', Scheme.Length)];

    private static IEnumerable<string> SourcesOf(PolicyResource model) => model.PropertyDependencies.Values.SelectMany(urns => urns);
}
