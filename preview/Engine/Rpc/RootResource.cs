using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>Programs in Node.js tell which resource is the stack.</summary>
internal sealed class RootResource
{
    private string urn = "";

    public SetRootResourceResponse Set(SetRootResourceRequest request)
    {
        urn = request.Urn;
        return new();
    }

    public GetRootResourceResponse Get() => new() { Urn = urn };
}
