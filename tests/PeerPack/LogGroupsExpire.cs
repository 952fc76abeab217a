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
        Severity = Severity.Unspecified,
    };

    public override bool CanRemediate => true;

    public override PropertyMap? Remediate(ResourceContext context) =>
        LogGroupProps.From(context.Resource.InputsValue).RetentionInDays is { IsUnknown: false, Value: null or 0 }
            ? context.Resource.Inputs.With(Retention, PropertyValue.Of(Days))
            : null;

    protected override Verdict Check(LogGroupProps group, ResourceContext context) => group.RetentionInDays switch
    {
        { IsUnknown: true } => Verdict.Unknown(Retention),
        { Value: null or 0 } => Verdict.Violation($"{context.Resource.Name}: {Retention} is not set."),
        _ => Verdict.Compliant,
    };
}
