using System.Text.RegularExpressions;
using Preview.Policies;
using Preview.Verdicts;

namespace Preview.Known;

/// <summary>
/// What a violation is recognised by in a later run: the policy, the resource and what was found of it. What varies without a change of
/// that is left out: advice, amounts that follow from list prices, order, and the parts of names that are generated from content.
/// </summary>
/// <param name="Found">What the policy found, as in the tables of reports.</param>
internal sealed partial record KnownFinding(string Pack, string Policy, string Urn, string Found) : IComparable<KnownFinding>
{
    private const string AnyHash = "*";

    public static KnownFinding Of(Finding finding) => new(
        finding.Pack,
        finding.Policy,
        WithoutHashes(finding.Urn),
        WithoutHashes(MessageParts.Of(finding, Engine.Urn.NameOf(finding.Urn)).Found));

    public int CompareTo(KnownFinding? other) =>
        other is null ? 1
        : string.CompareOrdinal(Pack, other.Pack) is not 0 and var packs ? packs
        : string.CompareOrdinal(Policy, other.Policy) is not 0 and var policies ? policies
        : string.CompareOrdinal(Urn, other.Urn) is not 0 and var urns ? urns
        : string.CompareOrdinal(Found, other.Found);

    private static string WithoutHashes(string text) => Hash().Replace(text, AnyHash);

    /// <summary>After a hyphen, six or more hexadecimal digits, of them a letter and a digit at least: no word, number or date.</summary>
    [GeneratedRegex("(?<=-)(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{6,64}(?![0-9A-Za-z])")]
    private static partial Regex Hash();
}
