using System.Text.Json.Nodes;

namespace Infra.Training;

/// <summary>
/// The state machine that trains one family: on spot capacity, then, only where that found none in time and the family
/// allows it, on demand from the last checkpoint.
/// </summary>
/// <remarks>
/// An execution's input may hold hyperparameters and nothing that costs money (<see cref="LauncherInput"/>). A failure
/// of the training code or of the request is final: it would fail again on dearer capacity. So is a job that somebody
/// stopped by hand.
/// </remarks>
internal static class LauncherDefinition
{
    /// <summary>Beyond what SageMaker itself allows a job: starting instances and uploading the model. The state's limit
    /// only ends an execution that lost its job; what a job can cost is capped by its stopping condition.</summary>
    private const int MarginSeconds = 2 * 60 * 60;

    /// <summary>What <c>FailureReason</c> begins with when another instance would not help.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeTrainingJob.html</remarks>
    private static readonly string[] FinalCauses =
    [
        "*AlgorithmError*", "*ClientError*", "*MaxRuntimeExceeded*", "*\"SecondaryStatus\":\"Stopped\"*",
    ];

    public static JsonObject For(TrainingFamily family, TrainingSite site)
    {
        var first = family.Spot ? States.TrainOnSpot : States.TrainOnDemand;
        var states = LauncherInput.States(family, first);
        if (family.Spot)
            AddSpot(states, family, site);
        if (family.TrainsOnDemand)
            AddOnDemand(states, family, site);
        states[States.Trained] = new JsonObject { ["Type"] = "Succeed", ["OutputPath"] = "$.job" };
        states[States.NotTrained] = new JsonObject
        {
            ["Type"] = "Fail",
            ["Error"] = "NotTrained",
            ["Cause"] = "The training job ended without completing; its status and secondary status are in the state before.",
        };
        return new JsonObject
        {
            ["Comment"] = $"Trains {site.Family}. Input: {{\"hyperParameters\": {{\"name\": \"text\"}}}} or {{}}.",
            ["StartAt"] = LauncherInput.Check,
            ["States"] = states,
        };
    }

    private static void AddSpot(JsonObject states, TrainingFamily family, TrainingSite site)
    {
        var task = Train(JobRequest.OnSpot(family, site), family.MaxWaitSeconds, site, States.SpotOutcome);
        var outcome = Outcome();
        states[States.TrainOnSpot] = task;
        states[States.SpotOutcome] = outcome;
        if (!family.TrainsOnDemand)
            return;

        task["Catch"] = new JsonArray(
            Catcher("States.TaskFailed", States.SpotFailure), Catcher("States.Timeout", States.TrainOnDemand));
        outcome["Choices"]!.AsArray().Add((JsonNode)WaitedInVain());
        states[States.SpotFailure] = SpotFailure();
        states[States.FinalFailure] = new JsonObject
        {
            ["Type"] = "Fail",
            ["ErrorPath"] = "$.failure.Error",
            ["CausePath"] = "$.failure.Cause",
        };
    }

    private static void AddOnDemand(JsonObject states, TrainingFamily family, TrainingSite site)
    {
        states[States.TrainOnDemand] = Train(
            JobRequest.OnDemand(family, site), family.MaxRuntimeSeconds, site, States.OnDemandOutcome);
        states[States.OnDemandOutcome] = Outcome();
    }

    private static JsonObject Train(JsonObject request, int seconds, TrainingSite site, string next) => new()
    {
        ["Type"] = "Task",
        ["Resource"] = $"arn:{site.Place.Partition}:states:::sagemaker:createTrainingJob.sync",
        ["Parameters"] = request,
        ["TimeoutSeconds"] = seconds + MarginSeconds,
        // A throttled request is no reason to pay the full price.
        ["Retry"] = new JsonArray(new JsonObject
        {
            ["ErrorEquals"] = new JsonArray("SageMaker.AmazonSageMakerException"),
            ["IntervalSeconds"] = 30,
            ["BackoffRate"] = 2,
            ["MaxAttempts"] = 4,
        }),
        ["ResultPath"] = "$.job",
        ["Next"] = next,
    };

    /// <summary>Whether the job did what it was for. A job that was stopped does not always count as failed.</summary>
    private static JsonObject Outcome() => new()
    {
        ["Type"] = "Choice",
        ["Choices"] = new JsonArray(new JsonObject
        {
            ["Variable"] = "$.job.TrainingJobStatus",
            ["StringEquals"] = "Completed",
            ["Next"] = States.Trained,
        }),
        ["Default"] = States.NotTrained,
    };

    /// <summary>No capacity until the wait was over: the one outcome that the fallback is for.</summary>
    private static JsonObject WaitedInVain() => new()
    {
        ["And"] = new JsonArray(
            new JsonObject { ["Variable"] = "$.job.TrainingJobStatus", ["StringEquals"] = "Stopped" },
            new JsonObject { ["Variable"] = "$.job.SecondaryStatus", ["StringEquals"] = "MaxWaitTimeExceeded" }),
        ["Next"] = States.TrainOnDemand,
    };

    private static JsonObject SpotFailure() => new()
    {
        ["Type"] = "Choice",
        ["Choices"] = new JsonArray(new JsonObject
        {
            ["Or"] = new JsonArray([.. FinalCauses.Select(cause => new JsonObject
            {
                ["Variable"] = "$.failure.Cause",
                ["StringMatches"] = cause,
            })]),
            ["Next"] = States.FinalFailure,
        }),
        ["Default"] = States.TrainOnDemand,
    };

    private static JsonObject Catcher(string error, string next) => new()
    {
        ["ErrorEquals"] = new JsonArray(error),
        ["ResultPath"] = "$.failure",
        ["Next"] = next,
    };

    /// <summary>The states' names, as people see them in the console.</summary>
    private static class States
    {
        public const string TrainOnSpot = "TrainOnSpot";
        public const string SpotOutcome = "SpotOutcome";
        public const string SpotFailure = "SpotFailure";
        public const string TrainOnDemand = "TrainOnDemand";
        public const string OnDemandOutcome = "OnDemandOutcome";
        public const string Trained = "Trained";
        public const string NotTrained = "NotTrained";
        public const string FinalFailure = "FinalFailure";
    }
}
