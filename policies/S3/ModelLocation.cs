using Policies.Workloads;

namespace Policies.S3;

/// <summary>Where in S3 something lies that an endpoint loads.</summary>
/// <param name="Url">An address such as s3://bucket/models/ranking/model.tar.gz.</param>
/// <param name="IsPrefix">Whether it stands for everything below it, rather than for one object.</param>
internal readonly record struct ModelLocation(Setting<string> Url, Setting<bool?> IsPrefix)
{
    private const string Scheme = "s3://";

    /// <summary>The bucket of a known address; null for any other kind of address.</summary>
    public string? Bucket => Parts?[0];

    private string[]? Parts =>
        Url.Known.Value is { } url && url.StartsWith(Scheme, StringComparison.Ordinal) ? url[Scheme.Length..].Split('/', 2) : null;

    /// <summary>Whether keys that begin with a prefix are among what is loaded; unknown where only <see cref="IsPrefix"/> tells.</summary>
    public Known<bool?> Overlaps(string prefix)
    {
        var key = Parts is [_, var rest] ? rest : "";
        if (key.StartsWith(prefix, StringComparison.Ordinal))
        {
            return true;
        }

        var isFolder = key.Length == 0 || key.EndsWith('/');
        return !prefix.StartsWith(isFolder ? key : $"{key}/", StringComparison.Ordinal) ? false
            : isFolder ? true
            : IsPrefix.Known.IsUnknown ? Known<bool?>.Unknown : IsPrefix.Known.Value == true;
    }
}
