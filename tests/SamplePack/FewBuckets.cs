using Pulumi.Policy;

namespace SamplePack;

internal sealed class FewBuckets : StackPolicy
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "few-buckets",
        Description = "A stack has few buckets.",
        Config = new(PolicySetting.Integer("most", "Most buckets of a stack.", byDefault: 5, minimum: 1)),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var buckets = context.Resources.Count(resource => resource.Type == "aws:s3/bucket:Bucket");
        if (buckets > context.Config["most"].AsInt32())
        {
            yield return new(null, Verdict.Violation($"There are {buckets} buckets, accepted are {context.Config["most"]}."));
        }
    }
}
