using System.Text.Json;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>
/// The SageMaker jobs that a state machine starts, wherever they stand in it: branches, iterations, JSONPath or JSONata.
/// </summary>
internal static class StateMachineJobs
{
    private const string Integration = ":states:::sagemaker:";

    /// <param name="definition">The definition.</param>
    /// <param name="place">Where it stands.</param>
    public static ImmutableArray<Job> In(JsonElement definition, JobPlace place)
    {
        var jobs = AllIn(definition, place);
        return
        [
            .. from job in jobs
               where !IsFallback(job, jobs)
               select job with { HasFallback = jobs.Any(other => Resumes(other, job)) },
        ];
    }

    /// <summary>Every job, also one that takes up another's work.</summary>
    public static ImmutableArray<Job> AllIn(JsonElement definition, JobPlace place = default) =>
        [.. States(definition, place).SelectMany(state => Started(state.Text, state.Place))];

    /// <summary>How many states there are, at any depth.</summary>
    public static int CountStates(JsonElement definition) => States(definition, default).Count();

    /// <summary>A job on demand that goes on from a spot job's checkpoints does the spot job's work, not work of its own.</summary>
    private static bool IsFallback(Job job, ImmutableArray<Job> jobs) => jobs.Any(other => Resumes(job, other));

    private static bool Resumes(Job job, Job spotJob) =>
        job.Capacity == Capacity.OnDemand && spotJob.Capacity == Capacity.Spot
        && job.CheckpointUri is not null && job.CheckpointUri == spotJob.CheckpointUri;

    private static IEnumerable<(JsonElement Text, JobPlace Place)> States(JsonElement machine, JobPlace place)
    {
        if (machine.ValueKind != JsonValueKind.Object
            || !machine.TryGetProperty("States", out var states) || states.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in states.EnumerateObject())
        {
            var state = (Text: member.Value, Place: place.Member("States").Named(member.Name));
            yield return state;
            foreach (var inner in Inner(state.Text, state.Place).SelectMany(one => States(one.Text, one.Place)))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The branches of a Parallel state, and the processor of a Map state, which older definitions call iterator.</summary>
    private static IEnumerable<(JsonElement Text, JobPlace Place)> Inner(JsonElement state, JobPlace place)
    {
        if (state.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (state.TryGetProperty("Branches", out var branches) && branches.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, branch) in branches.EnumerateArray().Index())
            {
                yield return (branch, place.Member("Branches").Element(index));
            }
        }

        foreach (var name in (string[])["ItemProcessor", "Iterator"])
        {
            if (state.TryGetProperty(name, out var processor))
            {
                yield return (processor, place.Member(name));
                yield break;
            }
        }
    }

    private static IEnumerable<Job> Started(JsonElement state, JobPlace place)
    {
        if (state.ValueKind != JsonValueKind.Object
            || !state.TryGetProperty("Resource", out var resource) || resource.ValueKind != JsonValueKind.String
            || resource.GetString()!.Split(Integration) is not [_, var action]
            || (state.TryGetProperty("Parameters", out var request) ? "Parameters"
                : state.TryGetProperty("Arguments", out request) ? "Arguments"
                : null) is not { } input)
        {
            return [];
        }

        var job = new JobRequest(place.Member(input), value => value);

        return action.Split('.')[0] switch
        {
            "createTrainingJob" => [job.Training(request)],
            "createHyperParameterTuningJob" => job.Tuning(request),
            "createProcessingJob" => [job.Processing(request)],
            "createTransformJob" => [job.Transform(request)],
            _ => [],
        };
    }
}
