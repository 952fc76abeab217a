using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Infra.Settings;

/// <summary>A record whose properties must also agree with each other.</summary>
internal interface IConsistent
{
    /// <summary>What does not fit together. Called only when every single value is fine by itself.</summary>
    IEnumerable<SettingFault> Inconsistencies(string path);
}

/// <summary>
/// Holds records to what their properties promise: ranges, accepted values and formats stand as attributes where the
/// property is declared, and are checked here for settings and component args alike.
/// </summary>
internal static class Rules
{
    /// <summary>Every broken promise of a record and of the records inside it.</summary>
    /// <param name="broken">Paths that are known to be faulty already; records containing one are not asked whether
    /// their values agree.</param>
    public static List<SettingFault> Check(object record, string path, IEnumerable<string>? broken = null)
    {
        var faults = new List<SettingFault>();
        var brokenPaths = new List<string>(broken ?? []);
        CheckRecord(record, path, faults, brokenPaths);
        return faults;
    }

    /// <summary>What a property takes, in the words of a fault.</summary>
    public static string Accepted(PropertyInfo property)
    {
        var rules = property.GetCustomAttributes<ValidationAttribute>().Select(Accepted).ToArray();
        return rules.Length > 0 ? string.Join("; ", rules) : SettingsShape.KindOf(property.PropertyType);
    }

    private static void CheckRecord(object record, string path, List<SettingFault> faults, List<string> broken)
    {
        var before = faults.Count;
        foreach (var property in SettingsShape.PropertiesOf(record.GetType()))
        {
            var propertyPath = SettingsShape.Join(path, SettingsShape.NameOf(property));
            if (broken.Contains(propertyPath) || property.GetValue(record) is not { } value)
                continue;
            CheckValue(property, value, propertyPath, faults);
            CheckInside(value, propertyPath, faults, broken);
        }

        var consistentSoFar = faults.Count == before
            && !broken.Any(fault => fault.StartsWith(SettingsShape.Join(path, ""), StringComparison.Ordinal));
        if (consistentSoFar && record is IConsistent consistent)
            faults.AddRange(consistent.Inconsistencies(path));
    }

    private static void CheckInside(object value, string path, List<SettingFault> faults, List<string> broken)
    {
        if (SettingsShape.IsRecord(value.GetType()))
            CheckRecord(value, path, faults, broken);
        else if (value is IDictionary map && SettingsShape.MapOfRecords(value.GetType()))
            CheckEntries(map, path, faults, broken);
    }

    private static void CheckEntries(IDictionary map, string path, List<SettingFault> faults, List<string> broken)
    {
        foreach (DictionaryEntry entry in map)
        {
            var name = (string)entry.Key;
            if (!ResourceName.IsValid(name))
                faults.Add(new(SettingsShape.Join(path, name), "is not a usable name", ResourceName.Accepted));
            CheckRecord(entry.Value!, SettingsShape.Join(path, name), faults, broken);
        }
    }

    private static void CheckValue(PropertyInfo property, object value, string path, List<SettingFault> faults)
    {
        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
        {
            if (value is IList items && rule is not LengthAttribute)
                CheckItems(rule, items, path, faults);
            else if (!IsValid(rule, value))
                faults.Add(new(path, Found(value), Accepted(rule)));
        }
    }

    private static void CheckItems(ValidationAttribute rule, IList items, string path, List<SettingFault> faults)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!IsValid(rule, items[i]!))
                faults.Add(new($"{path}[{i}]", Found(items[i]!), Accepted(rule)));
        }
    }

    private static bool IsValid(ValidationAttribute rule, object value) => rule switch
    {
        RangeAttribute range => ToDecimal(range.Minimum) <= ToDecimal(value) && ToDecimal(value) <= ToDecimal(range.Maximum),
        LengthAttribute length when value is ICollection items =>
            length.MinimumLength <= items.Count && items.Count <= length.MaximumLength,
        _ => rule.IsValid(value),
    };

    private static string Found(object value) => value switch
    {
        string text => $"is '{text}'",
        ICollection items => $"has {items.Count.ToString(CultureInfo.InvariantCulture)} entries",
        _ => $"is {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };

    private static string Accepted(ValidationAttribute rule) => rule switch
    {
        RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}"),
        LengthAttribute length => $"{length.MinimumLength} to {length.MaximumLength} entries",
        AllowedValuesAttribute allowed =>
            string.Join(", ", allowed.Values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))),
        _ => rule.FormatErrorMessage(""),
    };

    private static decimal ToDecimal(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
