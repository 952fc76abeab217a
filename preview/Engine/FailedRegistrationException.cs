namespace Preview.Engine;

/// <summary>A resource could not be registered; the program is told so and may go on.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="message">Why.</param>
/// <param name="isReported">Whether the user has been told already, in more detail.</param>
internal sealed class FailedRegistrationException(string urn, string message, bool isReported = false) : Exception(message)
{
    public string Urn { get; } = urn;

    public bool IsReported { get; } = isReported;
}
