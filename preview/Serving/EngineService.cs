using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Preview.Engine;
using Preview.Engine.Rpc;
using Pulumirpc;

namespace Preview.Serving;

/// <summary>The engine as programs and packs talk to it, over gRPC.</summary>
internal sealed class EngineService(OfflineEngine engine) : Pulumirpc.Engine.EngineBase
{
    private static readonly Empty Nothing = new();

    public override Task<Empty> Log(LogRequest request, ServerCallContext context) => Answers.Of(() =>
    {
        engine.Log(request);
        return Nothing;
    });

    public override Task<SetRootResourceResponse> SetRootResource(SetRootResourceRequest request, ServerCallContext context) =>
        Answers.Of(() => engine.SetRootResource(request));

    public override Task<GetRootResourceResponse> GetRootResource(GetRootResourceRequest request, ServerCallContext context) =>
        Answers.Of(engine.GetRootResource);

    public override Task<RequirePulumiVersionResponse> RequirePulumiVersion(RequirePulumiVersionRequest request, ServerCallContext context) =>
        Answers.Of(() => engine.RequirePulumiVersion(request));

    public override Task<Empty> StartDebugging(StartDebuggingRequest request, ServerCallContext context) =>
        Answers.Of<Empty>(() => throw NotOffered.Debugging());
}
