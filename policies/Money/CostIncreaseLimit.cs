using System.Globalization;
using Costs.Estimates;
using Costs.Money;
using Policies.Packs;

namespace Policies.Money;

/// <summary>A change that makes a stack much dearer is looked at by somebody who may say no.</summary>
internal sealed class CostIncreaseLimit : StackPolicy
{
    /// <summary>What the stack cost a month before the change, among the stack's own settings: an offline preview that compares sets it.</summary>
    private const string Baseline = "sagemaker-guardrails:baselineUsd";
    private const string MaxPercent = "maxIncreasePercent";
    private const string AlwaysUsd = "alwaysAllowedUsd";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "cost-increase-limit",
        DisplayName = "A change makes the stack not much dearer",
        Description = "A change raises what the stack is expected to cost a month by a limited share only.",
        Severity = Severity.Medium,
        Remediation = "See what became dearer (the offline preview with --against BRANCH). If it is meant, raise "
            + $"{MaxPercent} for this change, or exempt the stack for a while.",
        Url = PolicyPages.Of("cost-increase-limit"),
        Tags = ["cost", "governance"],
        Config = new(
            PolicySetting.Number(MaxPercent, "Percent by which the expected cost of a month may rise.", byDefault: 20),
            PolicySetting.Number(AlwaysUsd, "USD a month by which it may rise in any case, so that small stacks may change.", byDefault: 100)),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context) =>
        context.Stack.Config.GetValueOrDefault(Baseline) switch
        {
            null => [new(null, Verdict.NotApplicable(
                $"There is nothing to compare with: no --baseline or --against, and no setting {Baseline}."))],
            var text when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var usd) && usd >= 0 =>
                StackEstimate.Of(context) switch
                {
                    { Estimate: { } estimate } =>
                        [new(null, Judge(usd, estimate, context.Config)), .. StackEstimate.Open(context, estimate)],
                    var faulty => [new(null, Verdict.Violation($"What the stack costs cannot be told: {faulty.Fault}"))],
                },
            var text => [new(null, Verdict.Violation(
                $"The setting {Baseline} is '{text}', expected is an amount of USD a month such as 19085.01."))],
        };

    private static Verdict Judge(decimal before, Estimate estimate, PolicyConfig config)
    {
        var percent = (decimal)(config[MaxPercent].AsNumber() ?? 0);
        var allowed = Math.Max((decimal)(config[AlwaysUsd].AsNumber() ?? 0), before * percent / 100);
        var (after, increase) = (estimate.Total.Expected, estimate.Total.Expected - before);
        return increase <= allowed
            ? Verdict.Compliant
            : Verdict.Violation(string.Create(
                CultureInfo.InvariantCulture,
                $"The stack is expected to cost {Usd.Text(after)} a month, {Usd.Text(increase)}{Share(increase, before)} more than before "
                + $"({Usd.Text(before)}); {Usd.Text(allowed)} more is allowed ({MaxPercent} {percent:0.##}, {AlwaysUsd} {config[AlwaysUsd].AsNumber() ?? 0:0.##}). "
                + $"See what became dearer, or raise {MaxPercent}."));
    }

    /// <summary>Nothing where there is no share to speak of: what cost nothing before.</summary>
    private static string Share(decimal increase, decimal before) =>
        before == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" or {increase / before * 100:0.#} %");
}
