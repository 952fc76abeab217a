using System.Text;
using Costs.Estimates;


namespace Costs.Tests.Builders;

/// <summary>An estimate as text that a reviewer reads like code: every line of the bill with its arithmetic.</summary>
internal static class PlanText
{
    public static string Of(Estimate estimate)
    {
        var text = new StringBuilder();
        foreach (var line in estimate.Lines)
        {
            text.Append(line.Name).Append("  ").Append(line.Type).Append("  ").AppendLine(line.Status.ToString());
            foreach (var component in line.Components)
            {
                text.Append("  ").Append(component.Name).Append("  ").Append(component.Category).Append("  ").AppendLine(component.Monthly.ToString());
                text.Append("    ").AppendLine(component.Arithmetic);
                AppendIf(text, "    tiers: ", component.Explanation.Tiers);
                AppendIf(text, "    per run: ", component.PerRun?.ToString());
                foreach (var assumption in component.Explanation.Assumptions)
                {
                    text.Append("    - ").AppendLine(assumption.Text);
                }
            }

            foreach (var gap in line.Gaps)
            {
                text.Append("  ! ").AppendLine(gap.ToString());
                AppendIf(text, "    per run: ", gap.PerRun?.ToString());
            }
        }

        text.AppendLine();
        foreach (var category in Enum.GetValues<CostCategory>())
        {
            text.Append(category).Append("  ").AppendLine(estimate.In(category).ToString());
        }

        text.Append("Total  ").AppendLine(estimate.Total.ToString());
        text.Append("Coverage  ").AppendLine(estimate.Coverage.ToString());
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void AppendIf(StringBuilder text, string label, string? value)
    {
        if (value is { Length: > 0 })
        {
            text.Append(label).AppendLine(value);
        }
    }
}
