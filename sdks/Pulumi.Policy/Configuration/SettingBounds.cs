using System.Globalization;

namespace Pulumi.Policy.Configuration;

/// <summary>The keywords of a schema that bound a value: how large, how long, how many.</summary>
internal static class SettingBounds
{
    /// <summary>Relative to a step: 0.3 is a multiple of 0.1, though not as binary numbers.</summary>
    private const double Rounding = 1e-9;

    public static bool Hold(PropertyMap schema, PropertyValue value) => value.Kind switch
    {
        PropertyKind.Number => HoldFor(schema, value.AsNumber()!.Value),
        PropertyKind.String => IsBetween(Characters(value.Utf8), schema, "minLength", "maxLength")
            && SettingPattern.Matches(schema["pattern"], value),
        PropertyKind.List => IsBetween(value.Items.Count, schema, "minItems", "maxItems")
            && (schema["uniqueItems"].AsBool() != true || AreUnique(value.Items)),
        PropertyKind.Object => IsBetween(value.Members.Count, schema, "minProperties", "maxProperties"),
        _ => true,
    };

    /// <summary>For example " from 1 to 8 items"; empty where there are no bounds.</summary>
    public static string Describe(PropertyMap schema, string minimum, string maximum, string unit)
    {
        // int.MaxValue stands for no maximum in PolicySetting.Integer.
        var (from, to) = (schema[minimum].AsNumber(), schema[maximum].AsNumber());
        return (from, to == int.MaxValue ? null : to) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $" from {low} to {high}{unit}"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $" of at least {low}{unit}"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $" of at most {high}{unit}"),
            _ => "",
        };
    }

    /// <summary>What only numbers have, for example " above 0, a multiple of 0.5".</summary>
    public static string DescribeNumber(PropertyMap schema) =>
        (schema["exclusiveMinimum"].HasValue ? $" above {schema["exclusiveMinimum"]}" : "")
        + (schema["exclusiveMaximum"].HasValue ? $" below {schema["exclusiveMaximum"]}" : "")
        + (schema["multipleOf"].HasValue ? $", a multiple of {schema["multipleOf"]}" : "");

    private static bool HoldFor(PropertyMap schema, double number) =>
        IsBetween(number, schema, "minimum", "maximum")
        && !(number <= schema["exclusiveMinimum"].AsNumber() || number >= schema["exclusiveMaximum"].AsNumber())
        && (schema["multipleOf"].AsNumber() is not { } step || Math.Abs(Math.IEEERemainder(number, step)) <= Rounding * step);

    private static bool IsBetween(double number, PropertyMap schema, string minimum, string maximum) =>
        !(number < schema[minimum].AsNumber() || number > schema[maximum].AsNumber());

    /// <summary>Unicode's code points, which JSON Schema counts: every byte of UTF-8 that does not continue one.</summary>
    private static int Characters(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var part in utf8)
        {
            count += (part & 0xc0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    private static bool AreUnique(PropertyList items)
    {
        var seen = new HashSet<PropertyValue>();
        foreach (var item in items)
        {
            if (!seen.Add(item))
            {
                return false;
            }
        }

        return true;
    }
}
