namespace Policies.Packs;

/// <summary>Tags that decide how strict the configurations of <c>policies/config</c> are.</summary>
internal static class PolicyTags
{
    /// <summary>
    /// The next deployment does not undo a violation: AWS refuses it, data or a running service is lost, or money is committed.
    /// </summary>
    public const string Irreversible = "irreversible";
}
