using Policies.Workloads;
using Policies.Workloads.Resources;
using ResourceViews.Aws.Sagemaker;

namespace Policies.SageMaker;

/// <summary>Puts a training job on spot capacity, where it loses nothing by that.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/model-managed-spot-training.html</remarks>
internal static class SpotRemediation
{
    /// <summary>
    /// Run time up to which a job may start again from nothing, and the longest wait of algorithms that keep no checkpoints.
    /// </summary>
    private const int ShortSeconds = 3600;

    /// <summary>The longest that SageMaker lets a job run.</summary>
    private const int LongestSeconds = 28 * 24 * 3600;

    /// <summary>
    /// The job as a spot job, which waits and runs for twice its run time unless it says how long. Null where an interruption would cost
    /// it its work, other jobs would share its checkpoints, it keeps a warm pool, SageMaker chooses its capacity, or a limit is not known yet.
    /// </summary>
    public static TrainingJobProps? Of(TrainingJobProps job)
    {
        var terms = AwsTraining.Job(job).Select(workload => workload.Training).OfType<TrainingTerms>().Single();
        if (terms.IsServerless.Known is { IsUnknown: true } or { Value: true }
            || terms.MaxRuntime.Known.IsUnknown
            || terms.MaxWait.Known.IsUnknown
            || terms.KeepAlive.Known is { IsUnknown: true } or { Value: not (null or 0) })
        {
            return null;
        }

        var runtime = terms.MaxRuntime.Known.Value ?? TrainingPolicy.DefaultMaxRuntimeSeconds;
        var longest = terms.CheckpointUri.Known switch
        {
            { IsUnknown: true } => LongestSeconds,
            { Value: { } uri } => SpotCheckpoint.IsOfItsOwn(uri) ? LongestSeconds : 0,
            _ => runtime <= ShortSeconds ? ShortSeconds : 0,
        };
        return longest == 0 ? null : job with
        {
            EnableManagedSpotTraining = true,
            StoppingCondition = terms.MaxWait.Known.Value > runtime
                ? job.StoppingCondition
                : job.StoppingCondition with { MaxWaitTimeInSeconds = Wait(terms.MaxRuntime.Known, runtime, longest) },
        };
    }

    /// <summary>Whoever may not see the run time may not see the wait either.</summary>
    private static Known<int?> Wait(Known<int?> declared, int runtime, int longest)
    {
        var wait = Math.Max(runtime, (int)Math.Min(2L * runtime, longest));
        return declared.IsSecret ? Known<int?>.Secret(wait) : wait;
    }
}
