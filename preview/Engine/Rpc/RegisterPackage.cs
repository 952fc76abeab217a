using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A program describes a package before it uses it.</summary>
internal static class RegisterPackage
{
    public static RegisterPackageResponse Answer(RegisterPackageRequest request, Packages packages) => new() { Ref = packages.Add(request) };
}
