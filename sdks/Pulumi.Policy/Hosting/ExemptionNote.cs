using Pulumi.Policy.Configuration;

namespace Pulumi.Policy.Hosting;

/// <summary>
/// The line of a diagnostic that says that it is exempt: the protocol has no place of its own for that, so that reports find it in the
/// message.
/// </summary>
/// <param name="Expires">The last day on which it is, as text.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Reason">Why.</param>
internal sealed record ExemptionNote(string Expires, string Owner, string Reason)
{
    private const string Start = "exempt until ";
    private const string BeforeOwner = ", owner: ";
    private const string BeforeReason = ", reason: ";

    public static string Of(Exemption exemption) =>
        $"{Start}{exemption.ExpiresText}{BeforeOwner}{exemption.Owner}{BeforeReason}{exemption.Reason}";

    /// <summary>The note in a message; null where it has none.</summary>
    public static ExemptionNote? Find(string message)
    {
        foreach (var line in message.Split('\n'))
        {
            var owner = line.IndexOf(BeforeOwner, StringComparison.Ordinal);
            var reason = owner < 0 ? -1 : line.IndexOf(BeforeReason, owner, StringComparison.Ordinal);
            if (reason > 0 && line.StartsWith(Start, StringComparison.Ordinal))
            {
                return new(line[Start.Length..owner], line[(owner + BeforeOwner.Length)..reason], line[(reason + BeforeReason.Length)..]);
            }
        }

        return null;
    }
}
