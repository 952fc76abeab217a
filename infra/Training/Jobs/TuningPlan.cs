using System.Text.Json.Nodes;

namespace Infra.Training.Jobs;

/// <summary>The limits and the name of a tuning job.</summary>
internal static class TuningPlan
{
    /// <summary>What SageMaker accepts for a tuning job as a whole: half a year.</summary>
    private const int LongestSeconds = 15_768_000;

    private const int ShortestSeconds = 120;

    /// <summary>The cap on the whole search: as long as all trials take if each takes as long as it may.</summary>
    public static int MaxRuntimeSeconds(TuningJobSettings job, TrainingWork work) =>
        (int)Math.Clamp((long)Rounds(job) * work.LongestSeconds, ShortestSeconds, LongestSeconds);

    public static string Timeout(TuningJobSettings job, TrainingWork work) => work.Timeout(Rounds(job));

    /// <summary>The request without its name: all that makes this search another one.</summary>
    public static JsonObject Request(TuningJobSettings job, TrainingWork work, JobSite site)
    {
        var request = TrainingRequest.Of(work, site);
        request["EarlyStopping"] = job.EarlyStopping;
        request["Goal"] = job.Goal;
        request["MaxParallelTrials"] = job.MaxParallelTrials;
        request["MaxTrials"] = job.MaxTrials;
        request["Metric"] = job.Metric;
        request["MetricRegex"] = job.MetricRegex;
        request["Ranges"] = DocumentText.Map(job.Ranges);
        request["Run"] = job.Run;
        request["Strategy"] = job.Strategy;
        return request;
    }

    /// <summary>What a family fixes is not tried, and what is tried is not fixed.</summary>
    public static ImmutableDictionary<string, string> Fixed(TuningJobSettings job, ImmutableDictionary<string, string> all) =>
        all.RemoveRange(job.Ranges.Keys);

    private static int Rounds(TuningJobSettings job) => (job.MaxTrials + job.MaxParallelTrials - 1) / job.MaxParallelTrials;
}
