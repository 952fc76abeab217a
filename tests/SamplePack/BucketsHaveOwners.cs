using Pulumi.Policy;

namespace SamplePack;

/// <summary>Prints to the console too, takes its time, and ends its process, as a policy under development may.</summary>
internal sealed class BucketsHaveOwners : ResourcePolicy
{
    public BucketsHaveOwners()
    {
        if (Environment.GetEnvironmentVariable("SAMPLE_PACK_SAYS_WHILE_MADE") is { } text)
        {
            Console.WriteLine(text);
        }
    }

    public override PolicyInfo Info { get; } = new()
    {
        Name = "buckets-have-owners",
        Description = "Every bucket names its owner in a tag.",
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } = ["aws:s3/bucket:Bucket"];

    public override Verdict Check(ResourceContext context)
    {
        if (context.Resource.Name is "noisy" or "slow")
        {
            Console.WriteLine($"looking at a {context.Resource.Name} bucket");
        }

        if (context.Resource.Name == "slow")
        {
            Thread.Sleep(TimeSpan.FromMilliseconds(300));
        }

        if (context.Resource.Name == "fatal")
        {
            Environment.Exit(3);
        }

        return context.Resource.Inputs["tags"]["owner"] switch
        {
            { IsUnknown: true } => Verdict.Unknown("tags.owner"),
            { HasValue: true } => Verdict.Compliant,
            _ => Verdict.Violation($"{context.Resource.Name} has no tag owner; add one that names a team."),
        };
    }
}
