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

    /// <summary>The line as it stands in a message.</summary>
    public string Line => $"{Start}{Expires}{BeforeOwner}{Owner}{BeforeReason}{Reason}";

    public static ExemptionNote Of(Exemption exemption) => new(exemption.ExpiresText, exemption.Owner, exemption.Reason);

    /// <summary>
    /// The note in a message; null where it has none. It stands right below the policy's description: further down it would be a text of
    /// the policy, which may repeat what anybody has written into a program.
    /// </summary>
    public static ExemptionNote? Find(string message, string description)
    {
        var start = description.Length == 0 ? 0
            : message.StartsWith($"{description}\n", StringComparison.Ordinal) ? description.Length + 1
            : message.Length;
        var line = message[start..].Split('\n', 2)[0];
        var owner = line.IndexOf(BeforeOwner, StringComparison.Ordinal);
        var reason = owner < 0 ? -1 : line.IndexOf(BeforeReason, owner, StringComparison.Ordinal);
        return reason > 0 && line.StartsWith(Start, StringComparison.Ordinal)
            ? new(line[Start.Length..owner], line[(owner + BeforeOwner.Length)..reason], line[(reason + BeforeReason.Length)..])
            : null;
    }
}
