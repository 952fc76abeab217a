using System.IO.Enumeration;

namespace Policies.Iam;

/// <summary>A condition of a statement on one key.</summary>
/// <param name="Operator">For example ForAnyValue:StringNotLike.</param>
/// <param name="Key">For example sagemaker:InstanceTypes.</param>
/// <param name="Values">Any of them fulfils it.</param>
internal sealed record Condition(string Operator, string Key, ImmutableArray<string> Values)
{
    private const string OfAll = "ForAllValues:";
    private const string OfAny = "ForAnyValue:";
    private const string IfExists = "IfExists";

    /// <summary>Comparisons that are true of what their values name, or of less.</summary>
    private static readonly string[] Inside =
        ["StringEquals", "StringEqualsIgnoreCase", "StringLike", "NumericEquals", "NumericLessThan", "NumericLessThanEquals"];

    /// <summary>Comparisons that are true of anything else; they are true of an absent key.</summary>
    private static readonly string[] Negated = ["StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike", "NumericNotEquals"];

    private static readonly string[] Beyond = [.. Negated, "NumericGreaterThan", "NumericGreaterThanEquals"];

    /// <summary>Two types as unlike as can be: a pattern that both match limits nothing.</summary>
    private static readonly string[] Unlike = ["ml.t3.medium", "ml.p5.48xlarge"];

    public static ImmutableArray<Condition> In(PropertyValue block)
    {
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        foreach (var (name, keys) in block.Members)
        {
            foreach (var (key, value) in keys.Members)
            {
                conditions.Add(new(name, key, [.. Statement.Texts(value).Where(text => text.IsSet).Select(text => text.Value!), .. Plain(value)]));
            }
        }

        return conditions.ToImmutable();
    }

    public bool IsOn(string key) => Key.Equals(key, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is true of an absent key: with ForAllValues or IfExists, or negated, or since it asks for that.</summary>
    public bool IsTrueWithoutKey => NeedsNoKey
        || StartsWith(OfAll)
        || Operator.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase)
        || (IsOneOf(Negated) && !StartsWith(OfAny));

    /// <summary>Whether it asks for the key to be there.</summary>
    public bool NeedsKey => Is("Null") && Values.Contains("false", StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it asks for the key not to be there.</summary>
    public bool NeedsNoKey => Is("Null") && Values.Contains("true", StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether it is true only of what is on a list, or below a number: an Allow with it is limited. One listed value among several makes
    /// ForAnyValue true.
    /// </summary>
    public bool IsTrueWithin => IsOneOf(Inside) && Narrows && !StartsWith(OfAny);

    /// <summary>
    /// Whether it is true of all that is not on a list, or above a number: a Deny with it leaves the rest. One listed value among several
    /// makes ForAllValues false.
    /// </summary>
    public bool IsTrueBeyond => IsOneOf(Beyond) && Narrows && !StartsWith(OfAll);

    /// <summary>Whether what it compares the key with does not fit everything.</summary>
    private bool Narrows => !Values.IsEmpty && !Values.Any(value =>
        Array.TrueForAll(Unlike, type => FileSystemName.MatchesSimpleExpression(value, type, ignoreCase: true)));

    private bool StartsWith(string set) => Operator.StartsWith(set, StringComparison.OrdinalIgnoreCase);

    private bool Is(string name) => Operator.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it compares in one of these ways, whatever stands around the name of the comparison.</summary>
    private bool IsOneOf(string[] comparisons)
    {
        var name = Operator.AsSpan(Operator.IndexOf(':', StringComparison.Ordinal) + 1);
        if (name.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase))
        {
            name = name[..^IfExists.Length];
        }

        foreach (var comparison in comparisons)
        {
            if (name.Equals(comparison, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>IAM takes numbers and flags without quotes too.</summary>
    private static string[] Plain(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Number => [value.AsNumber()!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        PropertyKind.Bool => [value.AsBool()!.Value ? "true" : "false"],
        _ => [],
    };
}
