using System.Net;

namespace Pulumi.Policy.Serving;

/// <summary>How an engine starts a pack: flags for its logging, which are none of ours, then its own address.</summary>
internal static class ServerArguments
{
    /// <summary>The engine's address, or null where there is none.</summary>
    public static EndPoint? EngineAddress(IReadOnlyList<string> args)
    {
        string? last = null;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--tracing")
            {
                i++;
            }
            else if (!args[i].StartsWith('-'))
            {
                last = args[i];
            }
        }

        return last is null ? null : Parse(last);
    }

    private static EndPoint? Parse(string address)
    {
        if (IPEndPoint.TryParse(address, out var endPoint))
        {
            return endPoint.Port == IPEndPoint.MinPort ? null : endPoint;
        }

        return address.LastIndexOf(':') is > 0 and var colon
            && ushort.TryParse(address.AsSpan(colon + 1), out var port) && port > 0
            && Uri.CheckHostName(address[..colon]) == UriHostNameType.Dns
                ? new DnsEndPoint(address[..colon], port)
                : null;
    }
}
