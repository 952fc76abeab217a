using System.Text.RegularExpressions;

namespace Costs.Tests.Builders;

/// <summary>
/// Searches as CloudWatch documents them: a value in quotation marks has to be the whole, one without has to be words that
/// follow each other somewhere in it. No emulator evaluates them.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/search-expression-syntax.html</remarks>
internal sealed partial record MetricSearch(string Namespace, string[] Dimensions, string Statistic, int Period, Func<CloudMetric, bool> Finds)
{
    public static MetricSearch Parse(string expression)
    {
        var match = Whole().Match(expression);
        Assert.True(match.Success, $"{expression} is no search");
        Assert.True(expression.Length <= 1024, "a search has at most 1024 characters");
        var words = new Queue<string>(Word().Matches(match.Groups["terms"].Value).Select(word => word.Value));
        var finds = All(words);
        Assert.Empty(words);
        return new(
            match.Groups["namespace"].Value, match.Groups["dimensions"].Value.Split(','), match.Groups["statistic"].Value,
            int.Parse(match.Groups["period"].Value, System.Globalization.CultureInfo.InvariantCulture), finds);
    }

    public bool Matches(CloudMetric metric) =>
        metric.Namespace == Namespace && metric.Dimensions.Keys.Order().SequenceEqual(Dimensions.Order()) && Finds(metric);

    /// <summary>Terms beside each other all have to be found.</summary>
    private static Func<CloudMetric, bool> All(Queue<string> words)
    {
        var found = Any(words);
        while (words.TryPeek(out var next) && next != ")")
        {
            var (before, after) = (found, Any(words));
            found = metric => before(metric) && after(metric);
        }

        return found;
    }

    private static Func<CloudMetric, bool> Any(Queue<string> words)
    {
        var found = One(words);
        while (words.TryPeek(out var next) && next == "OR")
        {
            words.Dequeue();
            var (before, after) = (found, One(words));
            found = metric => before(metric) || after(metric);
        }

        return found;
    }

    private static Func<CloudMetric, bool> One(Queue<string> words)
    {
        var word = words.Dequeue();
        if (word == "(")
        {
            var inner = All(words);
            Assert.Equal(")", words.Dequeue());
            return inner;
        }

        var at = word.IndexOf('=', StringComparison.Ordinal);
        var (key, value) = (word[..at], word[(at + 1)..]);
        return value is ['"', .. var whole, '"']
            ? metric => metric.Value(key) == whole
            : metric => $" {Tokens(metric.Value(key))} ".Contains($" {Tokens(value)} ", StringComparison.Ordinal);
    }

    private static string Tokens(string text) => string.Join(' ', Token().Matches(text).Select(token => token.Value.ToLowerInvariant()));

    [GeneratedRegex("""^SEARCH\('\{"(?<namespace>[^"]+)",(?<dimensions>[A-Za-z,]+)\} (?<terms>[^']+)', '(?<statistic>[A-Za-z]+)', (?<period>\d+)\)$""")]
    private static partial Regex Whole();

    [GeneratedRegex("""[()]|OR\b|\w+="[^"]*"|\w+=[\w-]+""")]
    private static partial Regex Word();

    [GeneratedRegex("[A-Z]*[a-z]+|[A-Z]+|[0-9]+")]
    private static partial Regex Token();
}
