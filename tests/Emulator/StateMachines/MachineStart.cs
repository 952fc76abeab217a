using System.Text.Json.Nodes;
using Emulator.Tests.Account;

namespace Emulator.Tests.StateMachines;

/// <summary>An execution to start.</summary>
internal sealed record MachineStart(string Name, JsonObject Input)
{
    /// <summary>What time it is for the execution. Default: now.</summary>
    public DateTimeOffset Time { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>What starts a machine of a stack: schedules, and events of a training job.</summary>
    /// <param name="job">The job as SageMaker describes it, which is what its events carry.</param>
    public static IEnumerable<MachineStart> AllOf(StateMachine machine, DeployedStack stack, JsonObject job) =>
        Schedules(machine, stack).Concat(JobEvents(machine, stack, job));

    private static IEnumerable<MachineStart> Schedules(StateMachine machine, DeployedStack stack) =>
        from schedule in stack.Resources
        where schedule.Type.EndsWith(":Schedule", StringComparison.Ordinal)
        let target = schedule.Inputs["target"]
        where (string?)target?["arn"] == machine.Arn
        select new MachineStart("scheduled", Json((string?)target["input"]));

    private static IEnumerable<MachineStart> JobEvents(StateMachine machine, DeployedStack stack, JsonObject job) =>
        from target in stack.Resources
        where target.Type == "aws:cloudwatch/eventTarget:EventTarget" && (string?)target.Inputs["arn"] == machine.Arn
        let rule = stack.Resources.Single(resource => resource.Type == "aws:cloudwatch/eventRule:EventRule"
            && (string?)resource.Outputs["name"] == (string?)target.Inputs["rule"])
        let pattern = Json((string?)rule.Inputs["eventPattern"])
        where pattern["detail-type"]?.AsArray().Any(type => (string?)type == "SageMaker Training Job State Change") == true
        from status in pattern["detail"]?["TrainingJobStatus"]?.AsArray().Select(one => (string)one!) ?? [(string)job["TrainingJobStatus"]!]
        let detail = With(job, "TrainingJobStatus", status)
        select new MachineStart($"event-{status}", (string?)target.Inputs["inputPath"] == "$.detail" ? detail : Event(pattern, detail));

    private static JsonObject Event(JsonObject pattern, JsonObject detail) => new()
    {
        ["source"] = pattern["source"]?[0]?.DeepClone(),
        ["detail-type"] = pattern["detail-type"]![0]!.DeepClone(),
        ["account"] = AwsAccount.Id,
        ["region"] = AwsAccount.Region,
        ["detail"] = detail,
    };

    private static JsonObject With(JsonObject members, string name, string value)
    {
        var changed = (JsonObject)members.DeepClone();
        changed[name] = value;
        return changed;
    }

    private static JsonObject Json(string? text) => text is null ? [] : JsonNode.Parse(text)!.AsObject();
}
