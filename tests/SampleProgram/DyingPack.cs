using Pulumi.Policy;

namespace SampleProgram;

/// <summary>A pack whose process ends in the middle of a preview.</summary>
internal sealed class DyingPack : ResourcePolicy
{
    public static PolicyPack Pack { get; } = new("dying", "0.0.1", [new(new DyingPack(), EnforcementLevel.Advisory)]);

    public override PolicyInfo Info { get; } = new() { Name = "dies", Description = "Ends its process." };

    public override IReadOnlyCollection<string> ResourceTypes { get; } = ["aws:s3/bucket:Bucket"];

    public override Verdict Check(ResourceContext context)
    {
        Console.Error.WriteLine("the pack wrote this last");
        Environment.Exit(7);
        return Verdict.Compliant;
    }
}
