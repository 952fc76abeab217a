using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Cli.Tests.Previews;

/// <summary>One property of one resource that rightly differs, with the value in each preview.</summary>
internal sealed record Exclusion(string Urn, string Path, string Reason, JsonNode Cli, JsonNode Offline)
{
    public bool Covers(Difference difference) =>
        difference.Urn == Urn && difference.Path == Path
        && JsonNode.DeepEquals(difference.Cli, Cli) && JsonNode.DeepEquals(difference.Offline, Offline);
}

/// <summary>
/// An input that names the resource and is filled in by the provider where the program leaves it out: at random in the CLI, derived
/// from the URN offline, so that two previews of the same stack are equal.
/// </summary>
internal sealed record GeneratedName(string Type, string Input, string Form = "^{name}-[0-9a-f]{7}$")
{
    /// <summary>Names that the CLI made up in a plan, with those that the offline preview made up for the same properties.</summary>
    public IEnumerable<(string Cli, string Offline)> In(Plan cli, Plan offline)
    {
        foreach (var (urn, resource) in cli.Resources.Where(resource => (string)resource.Value["type"]! == Type))
        {
            var left = (string?)resource["inputs"]![Input];
            var right = (string?)offline.Resources.GetValueOrDefault(urn)?["inputs"]![Input];
            if (left != right)
            {
                yield return (Checked(urn, left), Checked(urn, right));
            }
        }
    }

    /// <summary>A name of the form that is expected, for either side.</summary>
    private string Checked(string urn, string? found)
    {
        var logicalName = urn[(urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
        Assert.NotNull(found);
        Assert.Matches(Form.Replace("{name}", Regex.Escape(logicalName), StringComparison.Ordinal), found);
        return found;
    }
}
