using Infra.Governance;
using Pulumi.Aws;

namespace Infra;

/// <summary>What every component needs to know of the stack it is part of.</summary>
internal sealed record StackScope
{
    public required string Project { get; init; }

    public required string Stack { get; init; }

    public required CostTags Tags { get; init; }

    /// <summary>Days that log groups keep their events.</summary>
    public required int LogRetentionDays { get; init; }

    public required Output<AwsPlace> Place { get; init; }

    /// <summary>The running stack.</summary>
    public static StackScope Of(StackSettings settings) => new()
    {
        Project = Deployment.Instance.ProjectName,
        Stack = Deployment.Instance.StackName,
        Tags = new(settings.Team, settings.Environment),
        LogRetentionDays = settings.LogRetentionDays,
        Place = Output.Tuple(GetPartition.Invoke(), GetRegion.Invoke(), GetCallerIdentity.Invoke())
            .Apply(found => new AwsPlace(found.Item1.Partition, found.Item2.Region, found.Item3.AccountId)),
    };

    /// <summary>
    /// A physical name for what the provider cannot name by itself. Project and stack in it let several environments share
    /// an account.
    /// </summary>
    public string PhysicalName(string name) => PlainName.Distinct($"{Project}-{Stack}-{name}");
}
