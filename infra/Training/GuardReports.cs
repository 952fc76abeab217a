using System.Text.Json.Nodes;

namespace Infra.Training;

/// <summary>What a guard tells people: states that publish, with the words they use.</summary>
internal static class GuardReports
{
    public static JsonObject OnDemand(TrainingGuardSettings settings, GuardSite site)
    {
        var unlessStopped = settings.StopJobs
            ? "Nothing was stopped: the job does not run under a role of this stack that is for spot jobs."
            : "Nothing was stopped: trainingGuard.stopJobs is false.";
        return Publish(site, "Training at full price: ", $$"""
            "Training job " & $states.input.name & " runs at the full price: managed spot training is off.\n"
              & "Instances: " & $states.input.instances & "\n"
              & "Role: " & $states.input.role & "\n"
              & ($exists($states.input.outcome) ? $states.input.outcome : "{{unlessStopped}}") & "\n"
              & "Jobs that a launcher starts are on spot capacity and resume from their checkpoints."
            """);
    }

    public static JsonObject Underused(TrainingGuardSettings settings, GuardSite site) =>
        Publish(site, "GPUs with little to do: ", $$"""
            "Training job " & $states.input.name & " kept its GPUs " & $round($states.input.busy / $states.input.gpus)
              & " % busy on average; {{settings.UtilizationPercent}} % are expected.\n"
              & "Instances: " & $states.input.instances & "\n"
              & "GPU memory: at most " & $states.input.gpuGib & " of " & $states.input.gpuGibThere & " GiB\n"
              & "Memory: at most " & $states.input.hostGib & " of " & $states.input.hostGibThere & " GiB\n"
              & "The cheapest type that would hold this is " & $states.input.advice & ".\n"
              & "A GPU that waits for its data looks the same: before changing the type, see whether the CPUs are busy."
            """);

    /// <summary>A subject may have 100 characters, of which a job's name can take 63.</summary>
    /// <remarks>https://docs.aws.amazon.com/sns/latest/api/API_Publish.html</remarks>
    private static JsonObject Publish(GuardSite site, string subject, string message) => new()
    {
        ["Type"] = "Task",
        ["Resource"] = $"arn:{site.Place.Partition}:states:::sns:publish",
        ["Arguments"] = new JsonObject
        {
            ["TopicArn"] = site.TopicArn,
            ["Subject"] = Jsonata.Of($"\"{subject}\" & $states.input.name"),
            ["Message"] = Jsonata.Of(message),
        },
        ["Retry"] = new JsonArray(GuardDefinition.AskAgain()),
        ["End"] = true,
    };
}
