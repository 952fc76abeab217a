using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Infra.Training.Jobs;

/// <summary>The values of one hyperparameter that a tuning job tries, as a stack file writes them.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-define-ranges.html</remarks>
internal abstract record ParameterRange
{
    public const string Accepted =
        "whole numbers as '1 to 10', others as '0.001 to 0.1', either with ', logarithmic' behind it, or values as 'adam, sgd'";

    private const string Logarithmic = "logarithmic";

    public static bool TryParse(string text, [NotNullWhen(true)] out ParameterRange? range)
    {
        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        range = parts[0].Split(" to ", StringSplitOptions.TrimEntries) is [var min, var max]
            ? Interval(min, max, parts[1..])
            : Values(parts);
        return range is not null;
    }

    public static ParameterRange Parse(string text) => TryParse(text, out var range)
        ? range
        : throw new FormatException($"'{text}' is no range of a hyperparameter: {Accepted}.");

    private static Interval? Interval(string min, string max, string[] scaling)
    {
        if (!Number(min, out var low) || !Number(max, out var high) || low >= high)
            return null;
        var isLogarithmic = scaling is [Logarithmic];
        if (scaling.Length > 0 && (!isLogarithmic || low <= 0))
            return null;
        var isWhole = long.TryParse(min, CultureInfo.InvariantCulture, out _) && long.TryParse(max, CultureInfo.InvariantCulture, out _);
        return new(min, max, isWhole, isLogarithmic ? "Logarithmic" : "Auto");
    }

    private static Choice? Values(string[] values) =>
        values.Length is > 1 and <= 30 && values.All(value => value.Length is > 0 and <= 256) && values.Distinct().Count() == values.Length
            ? new(values)
            : null;

    private static bool Number(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}

/// <summary>Everything between two numbers, both included.</summary>
/// <param name="Scaling">How values are spread, in SageMaker's words.</param>
internal sealed record Interval(string Min, string Max, bool IsWhole, string Scaling) : ParameterRange;

/// <summary>One of a few values.</summary>
internal sealed record Choice(IReadOnlyList<string> Values) : ParameterRange;
