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

    public string Failed(string what, PolicyInfo policy, PolicyResource? resource, Exception exception) =>
        $"{what} '{policy.Name}' {fromPack} failed on {(resource is null ? "the stack" : $"{resource.Name} ({resource.Type})")}: "
        + $"{exception.GetType().Name}: {exception.Message}\n"
        + $"The fault is the policy's. Until it is corrected, the level of {policy.Name} can be set to disabled.";
}
