using Pulumi.Policy.Configuration;

namespace Pulumi.Policy.Hosting;

/// <summary>What the engine shows when a policy could not say what it should.</summary>
internal sealed class Wording(PolicyPack pack)
{
    private readonly string fromPack = $"from policy pack '{pack.Name}@v{pack.Version}'";

    public string CannotRun(string what, PolicyInfo policy, PolicyResource? resource, Verdict verdict)
    {
        var unknowns = verdict.UnknownProperties.Distinct()
            .Select(path => resource is null ? $"value at .{path}" : UnknownProperty.Describe(resource, path))
            .Distinct();
        return $"can't run {what} '{policy.Name}' {fromPack} during preview: "
            + $"{string.Join(" and ", unknowns)} can't be known during preview";
    }

    /// <summary>Why a policy does not apply, in the words of Pulumi's own packs.</summary>
    public static string OtherType(IEnumerable<string>? types) =>
        $"Policy only applies to resources of type {string.Join(" or ", (types ?? []).Select(type => $"'{type}'"))}";

    /// <summary>What is not known, where the configuration makes a violation of it.</summary>
    public static string Strict(string text) =>
        $"{text}, and the setting {CommonSettings.Unknown.Name} of the policy is {CommonSettings.Violation}.";

    public static string Expired(Exemption exemption) =>
        $"The exemption of {exemption.Resource} expired on {exemption.ExpiresText} ({Terms(exemption)}): correct the resource, or renew it.";

    public static string Unused(Exemption exemption) =>
        $"The exemption of {exemption.Resource} until {exemption.ExpiresText} ({Terms(exemption)}) is used nowhere: "
        + "the policy has nothing against a resource of that name or URN. Remove it from the configuration.";

    public string Failed(string what, PolicyInfo policy, PolicyResource? resource, Exception exception) =>
        $"{what} '{policy.Name}' {fromPack} failed on {Named(resource)}: {Fault.Describe(exception)}\n"
        + $"The fault is the policy's. Until it is corrected, the level of {policy.Name} can be set to disabled.";

    public static string Named(PolicyResource? resource) => resource is null ? "the stack" : $"{resource.Name} ({resource.Type})";

    private static string Terms(Exemption exemption) => $"owner: {exemption.Owner}, reason: {exemption.Reason}";
}
