using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;

namespace Infra.Tests.Training;

/// <summary>Runs a guard's definition on a job.</summary>
internal static class GuardRun
{
    public static GuardSite Site { get; } = new(
        Valid.Place, "training-guard-1234567",
        SpotRoleArns: ["arn:aws:iam::123456789012:role/ranking-training-1234567"],
        OnDemandRoleArns: ["arn:aws:iam::123456789012:role/ranking-on-demand-1234567"]);

    public static string SpotRole => Site.SpotRoleArns[0];

    public static string OnDemandRole => Site.OnDemandRoleArns[0];

    /// <summary>The execution that is named after the job.</summary>
    public static Task<StateMachineRun> Judge(GuardedJob job, TrainingGuardSettings? settings = null, TaskFailure? stopping = null) =>
        new StateMachineRun(GuardDefinition.For(settings ?? new(), Site), job.ExecutionName).StartAsync(
            job.Event, (state, arguments) => state switch
            {
                "DescribeJob" => job.Describe(),
                "ReadMetrics" => job.Measure(arguments),
                "StopJob" when stopping is not null => throw stopping,
                _ => new JsonObject(),
            });

    /// <summary>The message that the run published last.</summary>
    public static string Message(this StateMachineRun run) => (string)run.Requests[^1]["Message"]!;
}
