using Preview.Policies;
using Preview.Reports;

namespace Preview.Verdicts;

/// <summary>Where on the web the page of a policy is.</summary>
/// <param name="repository">Folder with the repository; a pack may name its pages by their path in it.</param>
/// <param name="blobs">Address that such a path is put behind, for the revision that is checked; null where nothing says so.</param>
internal sealed class PolicyPages(string repository, string? blobs)
{
    /// <summary>What a job of GitHub Actions says of the repository that it checked out.</summary>
    /// <param name="repository">Folder with the repository.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static PolicyPages Of(string repository, Func<string, string?> environment) => new(
        repository,
        (environment("GITHUB_SERVER_URL"), environment("GITHUB_REPOSITORY"), environment("GITHUB_SHA")) is
            ({ Length: > 0 } server, { Length: > 0 } name, { Length: > 0 } revision)
            ? $"{server.TrimEnd('/')}/{name}/blob/{revision}/"
            : null);

    /// <summary>The pack with addresses in the place of paths, where they are known.</summary>
    public LoadedPack AddressedIn(LoadedPack pack)
    {
        if (blobs is null)
        {
            return pack;
        }

        var info = pack.Info.Clone();
        foreach (var policy in info.Policies)
        {
            policy.Url = Find(policy.Url);
        }

        return pack with { Info = info };
    }

    private string Find(string url) => url.Length > 0 && WebPage.Of(url) is null && IsInRepository(url) ? blobs + url : url;

    private bool IsInRepository(string path) =>
        File.Exists(Path.Combine(repository, path)) && SourcePlaces.Inside(repository, Path.GetFullPath(path, Path.GetFullPath(repository))) is not null;
}
