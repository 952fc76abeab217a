using System.Text.Json;
using System.Text.RegularExpressions;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>
/// What the names of a state machine's training jobs begin with. A name is taken for ever, so that definitions put something
/// new behind a text that stays.
/// </summary>
internal static partial class JobNamePrefix
{
    /// <param name="request">Of CreateTrainingJob, as a state machine writes it.</param>
    /// <returns>Null where the name comes from elsewhere as a whole.</returns>
    public static string? In(JsonElement request)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return Text("TrainingJobName.$") is { } path ? Literal(Format(), path)
            : Text("TrainingJobName") is not { } text ? null
            : text.StartsWith("{%", StringComparison.Ordinal) ? Literal(Jsonata(), text)
            : text;

        string? Text(string name) =>
            request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static string? Literal(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? match.Groups["prefix"].Value : null;

    /// <summary>For example <c>States.Format('prod--ranking--spot-{}', States.UUID())</c>.</summary>
    [GeneratedRegex(@"^States\.Format\(\s*'(?<prefix>[A-Za-z0-9-]+)\{\}")]
    private static partial Regex Format();

    /// <summary>For example <c>{% 'prod--ranking--spot-' &amp; $uuid() %}</c>.</summary>
    [GeneratedRegex("""^\{%\s*(?<quote>['"])(?<prefix>[A-Za-z0-9-]+)\k<quote>\s*&""")]
    private static partial Regex Jsonata();
}
