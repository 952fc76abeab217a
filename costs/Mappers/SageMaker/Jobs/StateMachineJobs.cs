using System.Text.Json;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>
/// The SageMaker jobs that a state machine starts, wherever they stand in it: branches, iterations, JSONPath or JSONata.
/// </summary>
internal static class StateMachineJobs
{
    private const string Integration = ":states:::sagemaker:";

    public static ImmutableArray<Job> In(JsonElement definition)
    {
        var jobs = AllIn(definition);
        return
        [
            .. from job in jobs
               where !IsFallback(job, jobs)
               select job with { HasFallback = jobs.Any(other => Resumes(other, job)) },
        ];
    }

    /// <summary>Every job, also one that takes up another's work.</summary>
    public static ImmutableArray<Job> AllIn(JsonElement definition) => [.. States(definition).SelectMany(Started)];

    /// <summary>How many states there are, at any depth.</summary>
    public static int CountStates(JsonElement definition) => States(definition).Count();

    /// <summary>A job on demand that goes on from a spot job's checkpoints does the spot job's work, not work of its own.</summary>
    private static bool IsFallback(Job job, ImmutableArray<Job> jobs) => jobs.Any(other => Resumes(job, other));

    private static bool Resumes(Job job, Job spotJob) =>
        job.Capacity == Capacity.OnDemand && spotJob.Capacity == Capacity.Spot
        && job.CheckpointUri is not null && job.CheckpointUri == spotJob.CheckpointUri;

    private static IEnumerable<JsonElement> States(JsonElement machine)
    {
        if (machine.ValueKind != JsonValueKind.Object
            || !machine.TryGetProperty("States", out var states) || states.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var state in states.EnumerateObject().Select(member => member.Value))
        {
            yield return state;
            foreach (var inner in Inner(state).SelectMany(States))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The branches of a Parallel state, and the processor of a Map state, which older definitions call iterator.</summary>
    private static IEnumerable<JsonElement> Inner(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (state.TryGetProperty("Branches", out var branches) && branches.ValueKind == JsonValueKind.Array)
        {
            foreach (var branch in branches.EnumerateArray())
            {
                yield return branch;
            }
        }

        if (state.TryGetProperty("ItemProcessor", out var processor) || state.TryGetProperty("Iterator", out processor))
        {
            yield return processor;
        }
    }

    private static IEnumerable<Job> Started(JsonElement state)
    {
        if (state.ValueKind != JsonValueKind.Object
            || !state.TryGetProperty("Resource", out var resource) || resource.ValueKind != JsonValueKind.String
            || resource.GetString()!.Split(Integration) is not [_, var action]
            || !(state.TryGetProperty("Parameters", out var request) || state.TryGetProperty("Arguments", out request)))
        {
            return [];
        }

        return action.Split('.')[0] switch
        {
            "createTrainingJob" => [JobRequest.Plain.Training(request)],
            "createHyperParameterTuningJob" => JobRequest.Plain.Tuning(request),
            "createProcessingJob" => [JobRequest.Plain.Processing(request)],
            "createTransformJob" => [JobRequest.Plain.Transform(request)],
            _ => [],
        };
    }
}
