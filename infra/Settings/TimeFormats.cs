using System.Globalization;

namespace Infra.Settings;

/// <summary>A time of day. YAML wants it in quotes.</summary>
internal sealed class TimeOfDayAttribute() : FormatAttribute(
    "a time of day in quotes, 00:00 to 23:59", "^([01][0-9]|2[0-3]):[0-5][0-9]$")
{
    private const string Format = "HH:mm";

    public static TimeOnly Parse(string text) => TimeOnly.ParseExact(text, Format, CultureInfo.InvariantCulture);

    protected override bool Matches(string text) =>
        TimeOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>
/// A time zone by its IANA name. Only the form is checked: which names there are depends on the machine, and it is AWS
/// that has to know them.
/// </summary>
internal sealed class TimeZoneNameAttribute() : FormatAttribute(
    "a time zone by its IANA name, for example Europe/Berlin or UTC",
    "^(?=[A-Z])(?=.{1,64}$)[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$")
{
    protected override bool Matches(string text) => text.Length is > 0 and <= 64 && char.IsAsciiLetterUpper(text[0])
        && text.Split('/').All(part => part.Length > 0
            && part.All(letter => char.IsAsciiLetterOrDigit(letter) || "_-+".Contains(letter, StringComparison.Ordinal)));
}

/// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html</remarks>
internal sealed class ScheduleExpressionAttribute() : FormatAttribute(
    "cron(minute hour day month weekday year) or rate(number unit), for example cron(0 6 ? * MON *) or rate(7 days)")
{
    protected override bool Matches(string text) => Inside(text, "cron(") is { } cron
        ? cron.Split(' ').Length == 6 && cron.Split(' ').All(field => field.Length > 0)
        : Inside(text, "rate(")?.Split(' ') is [var number, var unit]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0
            && unit is ("minute" or "minutes" or "hour" or "hours" or "day" or "days");

    private static string? Inside(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(')') ? text[start.Length..^1] : null;
}
