using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Training;

/// <summary>What watches training jobs and whom it tells.</summary>
internal sealed record TrainingGuardSettings : IConsistent
{
    /// <summary>Deploy the guard. Default: false; one guard is enough for an account and Region.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whose jobs are looked at: every job of the account in this Region, or only those under training roles of
    /// this stack. Default: account.</summary>
    [AllowedValues("account", "stack")]
    public string Watch { get; init; } = "account";

    /// <summary>Stop a job that is not on spot capacity, if it runs under a role of this stack that is for spot jobs.
    /// Default: false, which only reports.</summary>
    public bool StopJobs { get; init; }

    /// <summary>ARNs of further roles whose jobs may run at full price, such as those of another stack in this account.</summary>
    [RoleArn]
    [Length(0, 50)]
    public IReadOnlyList<string> OnDemandRoleArns { get; init; } = [];

    /// <summary>When a job ends, compare what it used of its GPUs with what it had. Default: true.</summary>
    public bool CheckUtilization { get; init; } = true;

    /// <summary>Percent of its GPUs that a job has to keep busy on average, 1 to 100. Default: 70.</summary>
    [Range(1, 100)]
    public int UtilizationPercent { get; init; } = 70;

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
