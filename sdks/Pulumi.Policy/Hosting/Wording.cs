using Pulumi.Policy.Configuration;

namespace Pulumi.Policy.Hosting;

/// <summary>What the engine shows when a policy could not say what it should.</summary>
internal sealed class Wording(PolicyPack pack)
{
    private readonly string fromPack = $"from policy pack '{pack.Name}@v{pack.Version}'";

    /// <summary>That a policy cannot tell yet: the sentence of Pulumi's own packs, and below it what the pack says makes it known.</summary>
    /// <param name="what">What could not run: policy or remediation.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="resource">What it looked at; null for the stack.</param>
    /// <param name="verdict">What it said.</param>
    /// <param name="isViolation">Whether the configuration makes a violation of it.</param>
    public string CannotRun(string what, PolicyInfo policy, PolicyResource? resource, Verdict verdict, bool isViolation = false)
    {
        var unknowns = verdict.UnknownProperties.Distinct().ToArray();
        var described = unknowns
            .Select(path => resource is null ? $"value at .{path}" : UnknownProperty.Describe(resource, path))
            .Distinct();
        var strict = isViolation ? $", and the setting {CommonSettings.Unknown.Name} of the policy is {CommonSettings.Violation}." : "";
        return $"can't run {what} '{policy.Name}' {fromPack} during preview: "
            + $"{string.Join(" and ", described)} can't be known during preview{strict}{WhenKnown(resource, unknowns)}";
    }

    /// <summary>Why a policy does not apply, in the words of Pulumi's own packs.</summary>
    public static string OtherType(IEnumerable<string>? types) =>
        $"Policy only applies to resources of type {string.Join(" or ", (types ?? []).Select(type => $"'{type}'"))}";

    public static string Expired(Exemption exemption) =>
        $"The exemption of {exemption.Resource} expired on {exemption.ExpiresText} ({Terms(exemption)}): correct the resource, or renew it.";

    public static string Unused(Exemption exemption, EnforcementLevel level) =>
        $"The exemption of {exemption.Resource} until {exemption.ExpiresText} ({Terms(exemption)}) is used nowhere: "
        + (level == EnforcementLevel.Disabled ? "the policy is disabled." : "the policy has nothing against a resource of that name or URN.")
        + " Remove it from the configuration.";

    public string Failed(string what, PolicyInfo policy, PolicyResource? resource, Exception exception) =>
        $"{what} '{policy.Name}' {fromPack} failed on {Named(resource)}: {Fault.Describe(exception)}\n"
        + $"The fault is the policy's. Until it is corrected, the level of {policy.Name} can be set to disabled.";

    public static string Named(PolicyResource? resource) => resource is null ? "the stack" : $"{resource.Name} ({resource.Type})";

    /// <summary>A line for each answer, which names its properties where there are several; empty where the pack has none.</summary>
    private string WhenKnown(PolicyResource? resource, string[] unknowns)
    {
        var answers = unknowns.GroupBy(path => pack.WhenKnown?.Invoke(resource, path)).Where(answer => answer.Key is not null).ToArray();
        return string.Concat(answers.Select(answer => answers.Length == 1
            ? $"\n{answer.Key}"
            : $"\n{string.Join(" and ", answer.Select(UnknownProperty.Dotted))}: {answer.Key}"));
    }

    private static string Terms(Exemption exemption) => $"owner: {exemption.Owner}, reason: {exemption.Reason}";
}
