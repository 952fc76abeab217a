using System.Globalization;
using Policies.Packs;
using Policies.Workloads.Resources;
using ResourceViews.Aws.SavingsPlans;

namespace Policies.Governance;

/// <summary>Nobody buys one to three years of capacity by deploying a stack: what is bought cannot be given back.</summary>
/// <remarks>https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html</remarks>
internal sealed class NoSilentCommitment : ResourcePolicy<SavingsPlanProps>
{
    private const string MaxHourly = "maxHourlyCommitmentUsd";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "no-silent-commitment",
        DisplayName = "No commitment by deployment",
        Description = "A stack commits to no Savings Plan.",
        Severity = Severity.High,
        Remediation = "Buy Savings Plans by hand, after right-sizing and for the steady part of the load only; or state in "
            + $"{MaxHourly} what may be committed to.",
        Url = PolicyPages.Of("no-silent-commitment"),
        Tags = ["cost", "commitment", PolicyTags.Irreversible],
        Config = new(PolicySetting.Number(MaxHourly, "US dollars an hour that one Savings Plan may commit to.", byDefault: 0)),
    };

    protected override Verdict Check(SavingsPlanProps plan, ResourceContext context)
    {
        var limit = context.Config[MaxHourly].AsNumber() ?? 0;
        var commitment = ViewReading.Setting(plan.Commitment);
        if (commitment.Known.IsUnknown)
        {
            return Verdict.Unknown(commitment.Path.ToString());
        }

        return decimal.TryParse(commitment.Known.Value, CultureInfo.InvariantCulture, out var hourly) && (double)hourly <= limit
            ? Verdict.Compliant
            : Verdict.Violation(string.Create(
                CultureInfo.InvariantCulture,
                $"{context.Resource.Name}: {commitment.Path} is {commitment.Known} US dollars an hour, expected at most {limit}: it is paid for one or three "
                + $"years, used or not, and cannot be given back. Buy it by hand, or raise {MaxHourly}."));
    }
}
