using System.IO.Enumeration;

namespace Policies.Iam;

/// <summary>A condition of a statement on one key.</summary>
/// <param name="Operator">For example ForAnyValue:StringNotLike.</param>
/// <param name="Key">For example sagemaker:InstanceTypes.</param>
/// <param name="Values">Any of them fulfils it.</param>
internal sealed record Condition(string Operator, string Key, ImmutableArray<string> Values)
{
    private const string OfAll = "ForAllValues:";
    private const string IfExists = "IfExists";

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

    /// <summary>Whether the key must be there: a condition is true of an absent key with ForAllValues or IfExists.</summary>
    public bool IsTrueWithoutKey => Operator.StartsWith(OfAll, StringComparison.OrdinalIgnoreCase)
        || Operator.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it asks for the key to be there.</summary>
    public bool NeedsKey => Is("Null") && Values.Contains("false", StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it asks for the key not to be there.</summary>
    public bool NeedsNoKey => Is("Null") && Values.Contains("true", StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it compares the key with something that does not fit everything.</summary>
    public bool Compares => !Is("Null") && !Values.IsEmpty && !Values.Any(value =>
        Array.TrueForAll(Unlike, type => FileSystemName.MatchesSimpleExpression(value, type, ignoreCase: true)));

    private bool Is(string name) => Operator.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>IAM takes numbers and flags without quotes too.</summary>
    private static string[] Plain(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Number => [value.AsNumber()!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        PropertyKind.Bool => [value.AsBool()!.Value ? "true" : "false"],
        _ => [],
    };
}
