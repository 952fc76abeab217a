using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>Instances are not paid for between jobs: spot knows no warm pools, and others bill while they wait.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html</remarks>
internal sealed class SpotNoWarmPool : TrainingPolicy
{
    /// <summary>The longest time that the guide allows; the API takes six times that.</summary>
    private const int GuideLimitSeconds = 3600;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "spot-no-warm-pool",
        DisplayName = "No warm pool with spot",
        Description = "A spot job keeps no warm pool.",
        Severity = Severity.Medium,
        Remediation = "Remove keepAlivePeriodInSeconds from the resourceConfig of spot jobs.",
        Url = PolicyPages.Of("spot-no-warm-pool"),
        Tags = ["sagemaker", "cost", "spot", PolicyTags.Irreversible],
        Config = new(),
    };

    protected override Verdict Judge(TrainingTerms terms, ResourceContext context)
    {
        var found = $"{context.Resource.Name}: {terms.KeepAlive.Path} is {Words(terms.KeepAlive.Known)}";
        return (terms.Spot.Known, terms.KeepAlive.Known) switch
        {
            (_, { IsUnknown: false, Value: null or 0 }) => Verdict.Compliant,
            ({ IsUnknown: true }, { IsUnknown: false }) => Verdict.Unknown(terms.Spot.Path.ToString()),
            ({ IsUnknown: false, Value: not true }, { IsUnknown: true }) => Verdict.Compliant,
            (_, { IsUnknown: true }) => Verdict.Unknown(terms.KeepAlive.Path.ToString()),
            ({ Value: true }, _) => Verdict.Violation($"{found} on a spot job: SageMaker keeps no warm pool of spot capacity. Remove it."),
            (_, { Value: > GuideLimitSeconds }) => Verdict.Warning(
                $"{found}: the instances are billed while they wait, and the guide allows {GuideLimitSeconds} seconds. Lower it."),
            _ => Verdict.Warning($"{found}: the instances are billed while they wait for the next job."),
        };
    }
}
