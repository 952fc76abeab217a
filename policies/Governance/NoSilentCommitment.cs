using System.Globalization;
using Policies.Packs;
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
        if (plan.Commitment.IsUnknown)
        {
            return Verdict.Unknown("commitment");
        }

        return decimal.TryParse(plan.Commitment.Value, CultureInfo.InvariantCulture, out var hourly) && (double)hourly <= limit
            ? Verdict.Compliant
            : Verdict.Violation(string.Create(
                CultureInfo.InvariantCulture,
                $"{context.Resource.Name}: commitment is {plan.Commitment} US dollars an hour, expected at most {limit}: it is paid for one or three "
                + $"years, used or not, and cannot be given back. Buy it by hand, or raise {MaxHourly}."));
    }
}
