using System.Collections.Concurrent;
using System.Security.Cryptography;
using Google.Protobuf;
using Pulumirpc;

namespace Preview.Engine;

/// <summary>Packages that a program has described, by the reference that it uses for them from then on.</summary>
internal sealed class Packages
{
    private readonly ConcurrentDictionary<string, ProviderRequest> byReference = new();

    /// <summary>Notes a package; equal requests get the same reference.</summary>
    public string Add(RegisterPackageRequest request)
    {
        var reference = new Guid(SHA256.HashData(request.ToByteArray()).AsSpan(0, 16)).ToString();
        byReference[reference] = request.Parameterization is { } parameterization
            ? new(parameterization.Name, parameterization.Version, request.DownloadUrl)
            : new(request.Name, request.Version, request.DownloadUrl);
        return reference;
    }

    /// <summary>Which package is meant: the one of the reference, if there is one, otherwise the one given.</summary>
    public ProviderRequest Resolve(string reference, string package, string version, string downloadUrl)
    {
        if (reference.Length == 0)
        {
            return new(package, version, downloadUrl);
        }

        return byReference.TryGetValue(reference, out var known)
            ? known
            : throw RefusedException.Invalid($"The package reference {reference} is not registered; RegisterPackage comes first.");
    }
}
