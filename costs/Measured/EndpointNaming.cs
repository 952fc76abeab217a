using System.Text.RegularExpressions;

namespace Costs.Measured;

/// <summary>
/// What AWS calls an endpoint. A name that the provider makes up ends in seven digits that only a deployment draws, so a
/// preview knows no more than what comes before them.
/// </summary>
/// <param name="Text">The whole name, or what comes before the digits.</param>
/// <param name="IsWhole">Which of the two.</param>
public sealed partial record EndpointNaming(string Text, bool IsWhole)
{
    /// <param name="name">As it stands in the plan; null where the plan has none.</param>
    /// <param name="logicalName">The name in the program.</param>
    /// <param name="isDeployed">Whether the name is what AWS said.</param>
    public static EndpointNaming Of(string? name, string logicalName, bool isDeployed) =>
        name is null || (!isDeployed && IsGenerated(name, logicalName)) ? new(logicalName, IsWhole: false) : new(name, IsWhole: true);

    /// <summary>Whether an endpoint of this name may be the one.</summary>
    public bool Fits(string name) => IsWhole ? name == Text : IsGenerated(name, Text);

    private static bool IsGenerated(string name, string logicalName) =>
        name.StartsWith(logicalName, StringComparison.OrdinalIgnoreCase) && Suffix().IsMatch(name[logicalName.Length..]);

    [GeneratedRegex("^-[0-9a-f]{7}$")]
    private static partial Regex Suffix();
}
