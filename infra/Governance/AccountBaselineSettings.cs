using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Governance;

/// <summary>What exists once in an account and Region. Switch it on in one stack only.</summary>
internal sealed record AccountBaselineSettings : IConsistent
{
    /// <summary>Whether this stack has it. Default: false.</summary>
    public bool Enabled { get; init; }

    /// <summary>Activate the cost tags. Only the payer of the bill may; elsewhere the output <c>activateCostTags</c> is the command for
    /// whoever is. Default: false.</summary>
    public bool ActivateCostTags { get; init; }

    /// <summary>Make the account's monitor of anomalies by service. Most accounts have it already, and cannot have two. Default:
    /// false.</summary>
    public bool ServiceMonitor { get; init; }

    /// <summary>US dollars from which an anomaly of any service is reported, 1 to 1,000,000. Default: 100.</summary>
    [Range(1, 1_000_000)]
    public decimal AnomalyUsd { get; init; } = 100;

    /// <summary>Who gets the daily e-mail with the anomalies, at most 10.</summary>
    [Email]
    [Length(0, 10)]
    public IReadOnlyList<string> Emails { get; init; } = [];

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (ServiceMonitor && Emails.Count == 0)
            yield return new(SettingsShape.Join(path, "emails"), "is empty", "at least one address where serviceMonitor is true");
        if (!Enabled && (ActivateCostTags || ServiceMonitor))
            yield return new(SettingsShape.Join(path, "enabled"), "is false", "true where anything else of it is set");
    }
}
