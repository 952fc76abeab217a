namespace Pulumi.Policy;

/// <summary>What a violation does to a deployment. The values are those of the wire.</summary>
public enum EnforcementLevel
{
    /// <summary>It is shown, and the deployment goes on.</summary>
    Advisory = 0,

    /// <summary>It stops the deployment.</summary>
    Mandatory = 1,

    /// <summary>The policy does not run.</summary>
    Disabled = 2,

    /// <summary>The policy may repair the resource; what it could not repair stops the deployment.</summary>
    Remediate = 3,
}
