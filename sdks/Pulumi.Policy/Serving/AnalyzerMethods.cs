using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Serving;

/// <summary>The calls of the Analyzer service by path, each from the bytes of a request to an answer.</summary>
internal static class AnalyzerMethods
{
    private static readonly Empty Nothing = new();

    /// <param name="host">Answers.</param>
    /// <param name="stop">Called when the engine wants the end; the answer to that call is still to be sent.</param>
    public static IReadOnlyDictionary<string, Func<ReadOnlyMemory<byte>, IMessage>> Of(PolicyHost host, Action stop) =>
        new Dictionary<string, Func<ReadOnlyMemory<byte>, IMessage>>
        {
            ["/pulumirpc.Analyzer/Handshake"] = bytes => host.Handshake(Rpc.AnalyzerHandshakeRequest.Parser.ParseFrom(bytes.Span)),
            ["/pulumirpc.Analyzer/ConfigureStack"] = bytes =>
                host.ConfigureStack(Rpc.AnalyzerStackConfigureRequest.Parser.ParseFrom(bytes.Span)),
            ["/pulumirpc.Analyzer/GetPluginInfo"] = _ => host.GetPluginInfo(),
            ["/pulumirpc.Analyzer/GetAnalyzerInfo"] = _ => host.GetAnalyzerInfo(),
            ["/pulumirpc.Analyzer/Configure"] = bytes =>
            {
                host.Configure(Rpc.ConfigureAnalyzerRequest.Parser.ParseFrom(bytes.Span));
                return Nothing;
            },
            ["/pulumirpc.Analyzer/Remediate"] = bytes => host.Remediate(Rpc.AnalyzeRequest.Parser.ParseFrom(bytes.Span)),
            ["/pulumirpc.Analyzer/Analyze"] = bytes => host.Analyze(Rpc.AnalyzeRequest.Parser.ParseFrom(bytes.Span)),
            ["/pulumirpc.Analyzer/AnalyzeStack"] = host.AnalyzeEncodedStack,
            ["/pulumirpc.Analyzer/Cancel"] = _ =>
            {
                stop();
                return Nothing;
            },
        };
}
