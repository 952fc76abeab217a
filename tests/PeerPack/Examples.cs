namespace PeerPack;

/// <summary>
/// The eight policies of tests/interop/pack, which are written with Pulumi's own policy SDK: whatever either says of a resource, the
/// other has to say too.
/// </summary>
internal static class Examples
{
    public static PolicyPack Pack { get; } = new("interop-examples", "1.0.0",
    [
        new(new BucketsArePrivate(), EnforcementLevel.Mandatory),
        new(new NotebooksAreSmall(), EnforcementLevel.Mandatory),
        new(new VariantsAreFew(), EnforcementLevel.Advisory),
        new(new ShellsAreClosed(), EnforcementLevel.Mandatory),
        new(new LogGroupsExpire(), EnforcementLevel.Remediate),
        new(new OwnersAreNamed(), EnforcementLevel.Remediate),
        new(new ParametersAreStrong(), EnforcementLevel.Mandatory),
        new(new BucketsBlockAccess(), EnforcementLevel.Mandatory),
    ])
    {
        DisplayName = "Interop examples",
        Description = "Eight example policies.",
    };
}
