namespace Infra.Training;

/// <summary>What a guard has to know of the stack it belongs to.</summary>
/// <param name="Topic">Name of the SNS topic that takes its reports.</param>
/// <param name="SpotRoleArns">Roles of this stack that are for spot jobs.</param>
/// <param name="OnDemandRoleArns">Roles whose jobs may run at full price: the launchers' fallback.</param>
internal sealed record GuardSite(
    AwsPlace Place, string Topic, IReadOnlyList<string> SpotRoleArns, IReadOnlyList<string> OnDemandRoleArns)
{
    /// <summary>Composed, since a preview knows the topic's name and not yet its ARN.</summary>
    public string TopicArn => Place.Arn("sns", Topic);
}
