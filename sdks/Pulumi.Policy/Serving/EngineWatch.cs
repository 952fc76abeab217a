using System.Net;
using System.Net.Sockets;

namespace Pulumi.Policy.Serving;

/// <summary>Notices when the engine has ended without a word, so that no pack outlives it.</summary>
/// <remarks>
/// A connection is held open and nothing is said on it: it closes the moment the engine's process ends. An engine that closes it of
/// its own accord, since nothing is said, still answers the next one.
/// </remarks>
internal static class EngineWatch
{
    /// <summary>Far longer than an engine needs, which waits 10 s for a pack to answer.</summary>
    private static readonly TimeSpan LongestSilenceAtStart = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Ends when the engine does not answer: twice in a row, or for a minute if it never has.</summary>
    public static async Task UntilGoneAsync(EndPoint engine, CancellationToken cancellation)
    {
        var triesLeft = (int)(LongestSilenceAtStart / Pause);
        while (triesLeft-- > 0)
        {
            if (await AnswersAsync(engine, cancellation))
            {
                triesLeft = 2;
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Whether the engine took a connection; if so, it has been closed since.</summary>
    private static async Task<bool> AnswersAsync(EndPoint engine, CancellationToken cancellation)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var answered = false;
        try
        {
            await socket.ConnectAsync(engine, cancellation);

            // Nobody listens at a port of which the system gave us both ends.
            answered = !Equals(socket.LocalEndPoint, socket.RemoteEndPoint);
            var ignored = new byte[256];
            while (answered && await socket.ReceiveAsync(ignored, cancellation) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // Refused, or reset.
        }

        return answered;
    }
}
