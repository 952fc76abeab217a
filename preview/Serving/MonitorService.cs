using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Preview.Engine;
using Preview.Engine.Rpc;
using Pulumirpc;

namespace Preview.Serving;

/// <summary>The engine's resource monitor over gRPC.</summary>
internal sealed class MonitorService(OfflineEngine engine) : ResourceMonitor.ResourceMonitorBase
{
    private static readonly Empty Nothing = new();

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context) =>
        Answers.OfAsync(() => engine.RegisterResourceAsync(request, context.CancellationToken));

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context) => Answers.Of(() =>
    {
        engine.RegisterResourceOutputs(request);
        return Nothing;
    });

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context) =>
        Answers.OfAsync(() => engine.ReadResourceAsync(request, context.CancellationToken));

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context) =>
        Answers.OfAsync(() => engine.InvokeAsync(request, context.CancellationToken));

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) =>
        Answers.Of(() => Engine.Rpc.SupportsFeature.Answer(request));

    public override Task<DeploymentInfo> GetDeploymentInfo(Empty request, ServerCallContext context) => Answers.Of(engine.GetDeploymentInfo);

    public override Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request, ServerCallContext context) =>
        Answers.Of(() => engine.RegisterPackage(request));

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context) => Answers.Of(() =>
    {
        engine.SignalAndWaitForShutdown();
        return Nothing;
    });

    public override Task<CallResponse> Call(ResourceCallRequest request, ServerCallContext context) =>
        Refuse<CallResponse>(NotOffered.Call(request.Tok));

    public override Task<Empty> RegisterStackTransform(Callback request, ServerCallContext context) => Refuse<Empty>(NotOffered.Transforms());

    public override Task<Empty> RegisterStackInvokeTransform(Callback request, ServerCallContext context) =>
        Refuse<Empty>(NotOffered.Transforms());

    public override Task<Empty> RegisterResourceHook(RegisterResourceHookRequest request, ServerCallContext context) =>
        Refuse<Empty>(NotOffered.Hook(request.Name));

    public override Task<Empty> RegisterErrorHook(RegisterErrorHookRequest request, ServerCallContext context) =>
        Refuse<Empty>(NotOffered.Hook(request.Name));

    private static Task<T> Refuse<T>(RefusedException refusal) => Answers.Of<T>(() => throw refusal);
}
