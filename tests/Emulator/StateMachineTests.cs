using System.Text.Json.Nodes;
using Emulator.Tests.Account;
using Emulator.Tests.StateMachines;
using Interop;

namespace Emulator.Tests;

/// <summary>State machines are valid, ask services for what these accept, and may do what they ask for.</summary>
[Collection(DeployedStacksCollection.Name)]
public class StateMachineTests(DeployedStacks stacks)
{
    public static TheoryData<string> Labels => [.. DeployedStacks.Labels];

    [SkippableTheory]
    [MemberData(nameof(Labels))]
    public async Task Every_definition_is_valid(string label)
    {
        NodeTools.Require();
        var faults = new List<string>();

        foreach (var machine in StateMachine.AllOf(await stacks.OfAsync(label)))
            faults.AddRange((await NodeTools.FaultsOfAsync(machine.Definition)).Select(fault => $"{machine.Name}: {fault}"));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [SkippableTheory]
    [MemberData(nameof(Labels))]
    public async Task Every_task_and_every_step_of_a_pipeline_asks_for_what_its_service_accepts(string label)
    {
        var account = await stacks.AccountAsync();
        var faults = new List<string>();

        var stack = await stacks.OfAsync(label);
        foreach (var task in StateMachine.AllOf(stack).SelectMany(machine => machine.Tasks).Concat(PipelineSteps.AllOf(stack)))
        {
            var answer = await account.CheckTaskAsync(task.Resource, task.Arguments);
            faults.AddRange((answer["faults"]?.AsArray() ?? []).Select(fault => $"{task}: {fault}"));
            if ((string?)answer["fault"] is { } fault)
                faults.Add($"{task}: {fault}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [SkippableTheory]
    [MemberData(nameof(Labels))]
    public async Task The_role_of_a_machine_may_do_what_its_tasks_ask_for(string label)
    {
        var account = await stacks.AccountAsync();
        var stack = await stacks.OfAsync(label);
        var missing = new List<string>();

        foreach (var machine in StateMachine.AllOf(stack))
        {
            var allowed = RolePermissions.Of(machine.RoleArn, stack);
            foreach (var task in machine.Tasks)
            {
                var action = (string?)(await account.CheckTaskAsync(task.Resource, task.Arguments))["action"];
                if (action is not null && !allowed.Allow(action))
                    missing.Add($"{task}: {machine.RoleArn} may not {action}");
            }
        }

        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [SkippableFact]
    public async Task There_are_machines_to_look_at() =>
        Assert.Contains(StateMachine.AllOf(await stacks.OfAsync(DeployedStacks.Everything)), machine => machine.Tasks.Count > 0);

    [SkippableTheory]
    [InlineData("arn:aws:states:::aws-sdk:sagemaker:listEndpoints", """{ "StatusEquals": "Running" }""", "Running is none of")]
    [InlineData("arn:aws:states:::aws-sdk:sagemaker:listEndpoints", """{ "statusEquals": "InService" }""", "statusEquals is no parameter")]
    [InlineData("arn:aws:states:::aws-sdk:sagemaker:listEndpoint", "{}", "no operation ListEndpoint")]
    [InlineData("arn:aws:states:::aws-sdk:sagemaking:listEndpoints", "{}", "no service has the id sagemaking")]
    [InlineData("arn:aws:states:::aws-sdk:sagemaker:deleteEndpoint", "{}", "EndpointName")]
    [InlineData("arn:aws:states:::aws-sdk:applicationautoscaling:deregisterScalableTarget", """{ "ServiceNamespace": "{% $n %}" }""", "ResourceId")]
    [InlineData("arn:aws:states:::sns:publish", """{ "TopicArn.$": "$.topic", "Message": { "as": "JSON" }, "Subjekt": "s" }""", "Subjekt is no parameter")]
    public async Task What_is_wrong_in_a_task_is_found(string resource, string arguments, string reason)
    {
        var account = await stacks.AccountAsync();

        var answer = await account.CheckTaskAsync(resource, JsonNode.Parse(arguments)!.AsObject());

        var faults = (answer["faults"]?.AsArray() ?? []).Select(fault => (string)fault!).Append((string?)answer["fault"]);
        Assert.Contains(faults, fault => fault?.Contains(reason, StringComparison.Ordinal) == true);
    }

    [SkippableTheory]
    [InlineData("arn:aws:states:::aws-sdk:sagemaker:listEndpoints.waitForTaskToken", """{ "StatusEquals": "{% $status %}" }""")]
    [InlineData("arn:aws:states:::sns:publish", """{ "TopicArn.$": "$.topic", "Message": { "as": "JSON" } }""")]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", """{ "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:m", "Input": { "a": 1 } }""")]
    [InlineData("arn:aws:states:::aws-sdk:cloudwatchlogs:putRetentionPolicy", """{ "LogGroupName": "g", "RetentionInDays": 30 }""")]
    public async Task What_is_right_in_a_task_is_accepted(string resource, string arguments)
    {
        var account = await stacks.AccountAsync();

        var answer = await account.CheckTaskAsync(resource, JsonNode.Parse(arguments)!.AsObject());

        Assert.Empty(answer["faults"]!.AsArray());
    }
}
