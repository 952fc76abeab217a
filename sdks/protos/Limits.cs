namespace Pulumirpc;

/// <summary>Limits that every client and server of the protocol agrees on.</summary>
public static class Limits
{
    /// <summary>Largest message, in bytes, in either direction: 400 MiB, as in the official engine and SDKs.</summary>
    public const int MaxMessageBytes = 400 * 1024 * 1024;
}
