using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Cleanup;

/// <summary>What looks for endpoints that nobody calls, when, and whom it tells.</summary>
internal sealed record SweeperSettings : IConsistent
{
    /// <summary>Deploy the sweeper. Default: false; one is enough for an account and Region.</summary>
    public bool Enabled { get; init; }

    /// <summary>When it looks, as a schedule expression of EventBridge Scheduler. Default: Mondays at 6.</summary>
    [ScheduleExpression]
    public string Schedule { get; init; } = "cron(0 6 ? * MON *)";

    /// <summary>IANA name of the time zone that a cron expression is meant in. Default: UTC.</summary>
    [TimeZoneName]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Days without a request after which an endpoint is idle, 1 to 90. Younger endpoints are left alone. Default: 7.</summary>
    [Range(1, 90)]
    public int WindowDays { get; init; } = 7;

    /// <summary>Delete idle endpoints that no stack of this project deployed. Default: false, which only reports.</summary>
    public bool Delete { get; init; }

    /// <summary>Who gets the reports by e-mail, at most 10; each address has to confirm once. Default: nobody, and the
    /// topic waits for other subscribers.</summary>
    [Email]
    [Length(0, 10)]
    public IReadOnlyList<string> Emails { get; init; } = [];

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (Emails.Distinct().Count() != Emails.Count)
            yield return new(SettingsShape.Join(path, "emails"), $"is {string.Join(", ", Emails)}", "each address once");
    }
}
