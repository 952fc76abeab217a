namespace PeerPack;

internal sealed class OwnersAreNamed : ResourcePolicy
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "owners-are-named",
        Description = "Whatever can have tags names its owner.",
        Config = new(new PolicySetting("owner", PropertyMap.Of(("type", "string"), ("minLength", 1), ("default", "platform")))),
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } =
    [
        "aws:s3/bucket:Bucket",
        "aws:cloudwatch/logGroup:LogGroup",
        "aws:sagemaker/notebookInstance:NotebookInstance",
        "aws:ec2/securityGroup:SecurityGroup",
    ];

    public override bool CanRemediate => true;

    public override PropertyMap? Remediate(ResourceContext context)
    {
        var tags = context.Resource.Inputs["tags"];
        return tags.IsUnknown || tags["owner"].IsUnknown || !IsEmpty(tags["owner"])
            ? null
            : context.Resource.Inputs.With("tags", tags.With("owner", context.Config["owner"]));
    }

    public override Verdict Check(ResourceContext context) => context.Resource.Inputs["tags"] switch
    {
        { IsUnknown: true } => Verdict.Unknown("tags"),
        var tags when tags["owner"].IsUnknown => Verdict.Unknown("tags.owner"),
        var tags when IsEmpty(tags["owner"]) => Verdict.Violation($"{context.Resource.Name}: the tag owner is not set."),
        _ => Verdict.Compliant,
    };

    private static bool IsEmpty(PropertyValue text) => text.AsString() is null or "";
}
