using System.Text.Json.Nodes;

namespace Infra.Training;

/// <summary>
/// The state machine that looks at a training job when it begins and when it ends: who trains at the full price past the
/// launchers, and whose GPUs had little to do.
/// </summary>
/// <remarks>
/// Several events for one change are normal, and only a description of the job says whether it is on spot capacity. So the
/// execution that an event starts hands over to one that is named after the job; a second one of that name is refused by
/// Step Functions, and every job is judged, stopped and reported once.
/// </remarks>
internal static class GuardDefinition
{
    public static JsonObject For(TrainingGuardSettings settings, GuardSite site)
    {
        var states = new JsonObject
        {
            [States.OncePerJob] = OncePerJob(),
            [States.HandOver] = HandOver(site),
            [States.DescribeJob] = DescribeJob(site),
            [States.Judge] = Judge(settings, site),
            [States.Done] = new JsonObject { ["Type"] = "Succeed" },
        };
        if (settings.StopJobs)
            states[States.StopJob] = StopJob(site);
        states[States.ReportOnDemand] = GuardReports.OnDemand(settings, site);
        if (settings.CheckUtilization)
            UtilizationCheck.AddTo(states, settings, site, done: States.Done);
        return new JsonObject
        {
            ["Comment"] = "Reports training jobs that are not on spot capacity, and GPUs with little to do.",
            ["QueryLanguage"] = "JSONata",
            ["StartAt"] = States.OncePerJob,
            ["States"] = states,
        };
    }

    /// <summary>Services answer "not now" at times; that is no reason to miss a job.</summary>
    public static JsonObject AskAgain() => new()
    {
        ["ErrorEquals"] = new JsonArray("States.TaskFailed"),
        ["IntervalSeconds"] = 10,
        ["BackoffRate"] = 2,
        ["MaxAttempts"] = 4,
    };

    private static JsonObject OncePerJob() => new()
    {
        ["Type"] = "Choice",
        ["Choices"] = new JsonArray(Rule($"$states.context.Execution.Name = ({ExecutionName})", States.DescribeJob)),
        ["Default"] = States.HandOver,
    };

    private static JsonObject HandOver(GuardSite site)
    {
        const string AlreadyExists = "StepFunctions.ExecutionAlreadyExistsException";
        return new()
        {
            ["Type"] = "Task",
            ["Resource"] = $"arn:{site.Place.Partition}:states:::states:startExecution",
            ["Arguments"] = new JsonObject
            {
                ["StateMachineArn"] = Jsonata.Of("$states.context.StateMachine.Id"),
                ["Name"] = Jsonata.Of(ExecutionName),
                ["Input"] = new JsonObject
                {
                    ["TrainingJobName"] = Jsonata.Of("$states.input.TrainingJobName"),
                    ["TrainingJobStatus"] = Jsonata.Of("$states.input.TrainingJobStatus"),
                },
            },
            ["Retry"] = new JsonArray(
                new JsonObject { ["ErrorEquals"] = new JsonArray(AlreadyExists), ["MaxAttempts"] = 0 }, AskAgain()),
            ["Catch"] = new JsonArray(new JsonObject { ["ErrorEquals"] = new JsonArray(AlreadyExists), ["Next"] = States.Done }),
            ["Next"] = States.Done,
        };
    }

    private static JsonObject DescribeJob(GuardSite site) => new()
    {
        ["Type"] = "Task",
        ["Resource"] = $"arn:{site.Place.Partition}:states:::aws-sdk:sagemaker:describeTrainingJob",
        ["Arguments"] = new JsonObject { ["TrainingJobName"] = Jsonata.Of("$states.input.TrainingJobName") },
        ["Retry"] = new JsonArray(AskAgain()),
        ["Output"] = Jsonata.Of(JobFacts),
        ["Next"] = States.Judge,
    };

    /// <summary>The first rule that holds decides; what none holds for is nobody's business.</summary>
    private static JsonObject Judge(TrainingGuardSettings settings, GuardSite site)
    {
        var rules = new JsonArray();
        if (settings.Watch == "stack")
        {
            var ours = Jsonata.List(site.SpotRoleArns.Concat(site.OnDemandRoleArns));
            rules.Add((JsonNode)Rule($"$not($states.input.role in {ours})", States.Done));
        }

        var exempt = Jsonata.List(site.OnDemandRoleArns.Concat(settings.OnDemandRoleArns));
        var fullPrice = "$states.input.began and $states.input.canUseSpot and $not($states.input.spot)"
            + $" and $not($states.input.role in {exempt})";
        if (settings.StopJobs)
        {
            var own = Jsonata.List(site.SpotRoleArns);
            rules.Add((JsonNode)Rule($"{fullPrice} and $states.input.running and $states.input.role in {own}", States.StopJob));
        }

        rules.Add((JsonNode)Rule(fullPrice, States.ReportOnDemand));
        if (settings.CheckUtilization)
            rules.Add((JsonNode)Rule(UtilizationCheck.IsPossible, UtilizationCheck.First));
        return new() { ["Type"] = "Choice", ["Choices"] = rules, ["Default"] = States.Done };
    }

    private static JsonObject StopJob(GuardSite site) => new()
    {
        ["Type"] = "Task",
        ["Resource"] = $"arn:{site.Place.Partition}:states:::aws-sdk:sagemaker:stopTrainingJob",
        ["Arguments"] = new JsonObject { ["TrainingJobName"] = Jsonata.Of("$states.input.name") },
        ["Retry"] = new JsonArray(AskAgain()),
        ["Output"] = Jsonata.Of("""$merge([$states.input, { "outcome": "It was stopped." }])"""),
        ["Catch"] = new JsonArray(new JsonObject
        {
            ["ErrorEquals"] = new JsonArray("States.ALL"),
            ["Output"] = Jsonata.Of(
                """$merge([$states.input, { "outcome": "It could not be stopped: " & $states.errorOutput.Cause }])"""),
            ["Next"] = States.ReportOnDemand,
        }),
        ["Next"] = States.ReportOnDemand,
    };

    private static JsonObject Rule(string condition, string next) =>
        new() { ["Condition"] = Jsonata.Of(condition), ["Next"] = next };

    /// <summary>Unique for ever as the job's name is, and with at most 71 characters within the 80 of an execution's.</summary>
    private const string ExecutionName =
        """$states.input.TrainingJobName & ($states.input.TrainingJobStatus = "InProgress" ? "-started" : "-ended")""";

    /// <summary>
    /// What is judged, from the job's own description. Reserved capacity and serverless jobs cannot be on spot; jobs of
    /// instance groups have no one instance type, and hence no GPUs to compare with. Whether it is about the beginning or
    /// the end is up to the event: a short job may be over when its beginning is looked at.
    /// </summary>
    private const string JobFacts =
        """
        (
          $job := $states.result;
          $resources := $job.ResourceConfig;
          {
            "name": $job.TrainingJobName,
            "began": $states.input.TrainingJobStatus = "InProgress",
            "running": $job.TrainingJobStatus = "InProgress",
            "role": $job.RoleArn,
            "spot": $job.EnableManagedSpotTraining = true,
            "canUseSpot": $not($exists($job.ServerlessJobConfig) or $exists($resources.TrainingPlanArn)),
            "instances": $exists($resources.InstanceType)
              ? $resources.InstanceCount & " x " & $resources.InstanceType
              : $join($resources.InstanceGroups.(InstanceCount & " x " & InstanceType), ", "),
            "type": $resources.InstanceType,
            "hosts": $resources.InstanceCount,
            "started": $job.TrainingStartTime,
            "ended": $job.TrainingEndTime
          }
        )
        """;

    /// <summary>The states' names, as people see them in the console.</summary>
    private static class States
    {
        public const string OncePerJob = "OncePerJob";
        public const string HandOver = "HandOver";
        public const string DescribeJob = "DescribeJob";
        public const string Judge = "Judge";
        public const string StopJob = "StopJob";
        public const string ReportOnDemand = "ReportOnDemand";
        public const string Done = "Done";
    }
}
