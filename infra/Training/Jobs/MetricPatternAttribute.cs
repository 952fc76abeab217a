using System.Text.RegularExpressions;
using Infra.Settings;

namespace Infra.Training.Jobs;

/// <summary>A regular expression that SageMaker runs over a log.</summary>
internal sealed class MetricPatternAttribute() : FormatAttribute(
    "a regular expression with one group, for example loss=([0-9.]+)")
{
    protected override bool Matches(string text)
    {
        if (text.Length is 0 or > 500)
            return false;
        try
        {
            return new Regex(text).GetGroupNumbers().Length == 2;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
