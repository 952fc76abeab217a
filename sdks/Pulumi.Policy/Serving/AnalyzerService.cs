using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Serving;

/// <summary>A <see cref="PolicyHost"/> over gRPC.</summary>
/// <param name="host">Answers.</param>
/// <param name="stop">Called when the engine has been told that its Cancel has arrived.</param>
internal sealed class AnalyzerService(PolicyHost host, Action stop) : Rpc.Analyzer.AnalyzerBase
{
    private static readonly Empty Nothing = new();

    public override Task<Rpc.AnalyzerHandshakeResponse> Handshake(Rpc.AnalyzerHandshakeRequest request, ServerCallContext context) =>
        Answer(host.Handshake, request);

    public override Task<Rpc.AnalyzerStackConfigureResponse> ConfigureStack(
        Rpc.AnalyzerStackConfigureRequest request, ServerCallContext context) => Answer(host.ConfigureStack, request);

    public override Task<Rpc.PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) => Task.FromResult(host.GetPluginInfo());

    public override Task<Rpc.AnalyzerInfo> GetAnalyzerInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(host.GetAnalyzerInfo());

    public override Task<Empty> Configure(Rpc.ConfigureAnalyzerRequest request, ServerCallContext context) => Answer(
        configuration =>
        {
            host.Configure(configuration);
            return Nothing;
        },
        request);

    public override Task<Rpc.RemediateResponse> Remediate(Rpc.AnalyzeRequest request, ServerCallContext context) =>
        Answer(host.Remediate, request);

    public override Task<Rpc.AnalyzeResponse> Analyze(Rpc.AnalyzeRequest request, ServerCallContext context) =>
        Answer(host.Analyze, request);

    public override Task<Rpc.AnalyzeResponse> AnalyzeStack(Rpc.AnalyzeStackRequest request, ServerCallContext context) =>
        Answer(host.AnalyzeStack, request);

    public override Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        context.GetHttpContext().Response.OnCompleted(() =>
        {
            stop();
            return Task.CompletedTask;
        });
        return Task.FromResult(Nothing);
    }

    /// <summary>The message of whatever goes wrong reaches the engine, which shows it.</summary>
    private static Task<TAnswer> Answer<TRequest, TAnswer>(Func<TRequest, TAnswer> answer, TRequest request)
    {
        try
        {
            return Task.FromResult(answer(request));
        }
        catch (PolicyPackException exception)
        {
            throw new RpcException(new(StatusCode.InvalidArgument, exception.Message, exception));
        }
        catch (Exception exception)
        {
            throw new RpcException(new(StatusCode.Internal, $"{exception.GetType().Name}: {exception.Message}", exception));
        }
    }
}
