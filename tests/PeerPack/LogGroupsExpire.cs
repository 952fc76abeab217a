using ResourceViews.Aws.CloudWatch;

namespace PeerPack;

internal sealed class LogGroupsExpire : ResourcePolicy<LogGroupProps>
{
    private const string Retention = "retentionInDays";
    private const int Days = 30;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "log-groups-expire",
        Description = "Log groups keep events for a limited time.",
    };

    public override bool CanRemediate => true;

    protected override LogGroupProps? Remediate(LogGroupProps group, ResourceContext context) =>
        group.RetentionInDays is { IsUnknown: false, Value: null or 0 } ? group with { RetentionInDays = Days } : null;

    protected override Verdict Check(LogGroupProps group, ResourceContext context) => group.RetentionInDays switch
    {
        { IsUnknown: true } => Verdict.Unknown(Retention),
        { Value: null or 0 } => Verdict.Violation($"{context.Resource.Name}: {Retention} is not set."),
        _ => Verdict.Compliant,
    };
}
