using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.IO.Pipelines;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Pulumi.Policy.Serving;

/// <summary>gRPC calls with one request and one answer, directly on the web server.</summary>
/// <remarks>
/// This is all that the Analyzer service needs of https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md. Routing, dependency
/// injection and a host around it would triple the time from the start of the process to its first answer.
/// </remarks>
internal sealed class GrpcApplication(IReadOnlyDictionary<string, Func<ReadOnlyMemory<byte>, IMessage>> methods)
    : IHttpApplication<IFeatureCollection>
{
    /// <summary>A byte that tells whether the message is compressed, then its length.</summary>
    private const int PrefixLength = 1 + sizeof(int);

    private const string ContentType = "application/grpc";

    private int callsInProgress;

    /// <summary>Whether all that was asked is answered.</summary>
    public bool IsIdle => Volatile.Read(ref callsInProgress) == 0;

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures)
    {
        Interlocked.Increment(ref callsInProgress);
        return contextFeatures;
    }

    public void DisposeContext(IFeatureCollection context, Exception? exception) => Interlocked.Decrement(ref callsInProgress);

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        var body = context.GetRequiredFeature<IHttpResponseBodyFeature>();
        var trailers = context.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers;
        if (request.Headers.ContentType.FirstOrDefault()?.StartsWith(ContentType, StringComparison.Ordinal) != true)
        {
            response.StatusCode = 415;
            return;
        }

        response.Headers.ContentType = ContentType;
        try
        {
            Write(body.Writer, await AnswerAsync(request.Path, context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader));
            trailers["grpc-status"] = "0";
        }
        catch (RpcException exception)
        {
            trailers["grpc-status"] = ((int)exception.StatusCode).ToString(CultureInfo.InvariantCulture);
            trailers["grpc-message"] = Uri.EscapeDataString(exception.Status.Detail);
        }

        await body.CompleteAsync();
    }

    private async Task<IMessage> AnswerAsync(string path, PipeReader body)
    {
        if (!methods.TryGetValue(path, out var method))
        {
            throw new RpcException(new(StatusCode.Unimplemented, $"A policy pack has no {path}."));
        }

        var message = await ReadAsync(body);
        try
        {
            return method(message);
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

    /// <summary>The one message of a request, copied out of the connection's buffers as it comes: those are used again meanwhile.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(PipeReader body)
    {
        Memory<byte>? memory = null;
        var filled = 0;
        while (true)
        {
            var read = await body.ReadAsync();
            var rest = read.Buffer;
            if (memory is null && rest.Length >= PrefixLength)
            {
                memory = MessageMemory.Allocate(LengthIn(rest));
                rest = rest.Slice(PrefixLength);
            }

            if (memory is { } message)
            {
                var length = (int)Math.Min(rest.Length, message.Length - filled);
                rest.Slice(0, length).CopyTo(message.Span[filled..]);
                filled += length;
                rest = rest.Slice(length);
            }

            if (read.IsCompleted)
            {
                return memory is { } whole && whole.Length == filled && rest.IsEmpty
                    ? whole
                    : throw new RpcException(new(StatusCode.Internal, "The request is not one whole message."));
            }

            body.AdvanceTo(rest.Start, read.Buffer.End);
        }
    }

    /// <summary>How long the message is that follows the prefix.</summary>
    private static int LengthIn(ReadOnlySequence<byte> buffer)
    {
        Span<byte> prefix = stackalloc byte[PrefixLength];
        buffer.Slice(0, PrefixLength).CopyTo(prefix);
        if (prefix[0] != 0)
        {
            throw new RpcException(new(StatusCode.Unimplemented, "The request is compressed; accepted are messages that are not."));
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        return length <= Pulumirpc.Limits.MaxMessageBytes
            ? (int)length
            : throw new RpcException(new(
                StatusCode.ResourceExhausted, $"The request has {length} bytes, accepted are {Pulumirpc.Limits.MaxMessageBytes}."));
    }

    private static void Write(PipeWriter body, IMessage answer)
    {
        var size = answer.CalculateSize();
        if (size > Pulumirpc.Limits.MaxMessageBytes)
        {
            throw new RpcException(new(
                StatusCode.ResourceExhausted, $"The answer has {size} bytes, accepted are {Pulumirpc.Limits.MaxMessageBytes}."));
        }

        var prefix = body.GetSpan(PrefixLength);
        prefix[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(prefix[1..], size);
        body.Advance(PrefixLength);
        answer.WriteTo(body);
    }
}
