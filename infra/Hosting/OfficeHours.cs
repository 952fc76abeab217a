using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Hosting;

/// <summary>When an endpoint is wanted most, and between how many instances it moves then.</summary>
internal sealed record OfficeHours : IConsistent
{
    /// <summary>IANA name of the time zone that the hours are meant in; summer time is followed.</summary>
    [TimeZoneName]
    public required string TimeZone { get; init; }

    /// <summary>Days of the week. Default: Monday to Friday.</summary>
    [AllowedValues("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")]
    public IReadOnlyList<string> Days { get; init; } = ["MON", "TUE", "WED", "THU", "FRI"];

    /// <summary>When the office opens. Default: 08:00.</summary>
    [TimeOfDay]
    public string Start { get; init; } = "08:00";

    /// <summary>When it closes, on the same day. Default: 18:00.</summary>
    [TimeOfDay]
    public string End { get; init; } = "18:00";

    /// <summary>Instances while the office is open, 1 to 100.</summary>
    [Range(1, 100)]
    public required int MinInstances { get; init; }

    /// <summary>Instances at most while it is open, 1 to 100. Default: the maximum of the scaling.</summary>
    [Range(1, 100)]
    public int? MaxInstances { get; init; }

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (TimeOfDayAttribute.Parse(End) <= TimeOfDayAttribute.Parse(Start))
            yield return new(SettingsShape.Join(path, "end"), $"is '{End}'", $"later than start ({Start}) on the same day");
        if (Days.Count == 0 || Days.Distinct().Count() != Days.Count)
        {
            var found = Days.Count == 0 ? "is empty" : $"is {string.Join(", ", Days)}";
            yield return new(SettingsShape.Join(path, "days"), found, "at least one day, each once");
        }

        if (MinInstances > MaxInstances)
        {
            yield return new(
                SettingsShape.Join(path, "minInstances"), $"is {MinInstances}", $"at most maxInstances ({MaxInstances})");
        }
    }
}
