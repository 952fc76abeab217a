using System.Text.Json.Nodes;
using Emulator.Tests.Account;
using Emulator.Tests.StateMachines;
using Interop;

namespace Emulator.Tests;

/// <summary>What the stacks' machines call is called in the account, in the order that their definitions say.</summary>
[Collection(DeployedStacksCollection.Name)]
public class MachineRunTests(DeployedStacks stacks)
{
    [SkippableFact]
    public async Task A_machine_lists_looks_at_each_and_publishes()
    {
        NodeTools.Require();
        var account = await stacks.AccountAsync();
        var topic = (string)(await account.CallAsync("sns", "CreateTopic", new() { ["Name"] = "reports" })).Answer["TopicArn"]!;
        foreach (var name in (string[])["kept", "idle"])
        {
            await account.CallAsync("sagemaker", "CreateModel", new() { ["ModelName"] = name, ["ExecutionRoleArn"] = "arn:aws:iam::123456789012:role/made-up-role" });
        }

        var run = await MachineRun.StartAsync(account, Machine($$"""
            {
              "QueryLanguage": "JSONata", "StartAt": "List",
              "States": {
                "List": {
                  "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:listModels", "Arguments": { "MaxResults": 100 },
                  "Assign": { "names": "{% [$states.result.Models.ModelName[$ in ['kept', 'idle', 'none']]] %}" }, "Next": "Each"
                },
                "Each": {
                  "Type": "Map", "Items": "{% $append($names, 'none') %}",
                  "ItemProcessor": {
                    "StartAt": "Delete",
                    "States": {
                      "Delete": {
                        "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:deleteModel",
                        "Arguments": { "ModelName": "{% $states.input %}" }, "Output": "{% $states.input & ' is gone' %}",
                        "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Output": "{% $states.input & ' was not there' %}", "Next": "Wait" }], "End": true
                      },
                      "Wait": { "Type": "Wait", "Seconds": 300, "End": true }
                    }
                  },
                  "Next": "AnyFound"
                },
                "AnyFound": { "Type": "Choice", "Choices": [{ "Condition": "{% $count($names) > 0 %}", "Next": "Report" }], "Default": "Nothing" },
                "Report": {
                  "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
                  "Arguments": { "TopicArn": "{{topic}}", "Message": "{% $join($sort($states.input), ', ') %}" },
                  "Output": "{% $states.input %}", "End": true
                },
                "Nothing": { "Type": "Fail", "Error": "Nothing" }
              }
            }
            """), new("run", []));

        Assert.Null(run.Failure);
        Assert.Equal(["List", "Each", "Delete", "Delete", "Delete", "Wait", "AnyFound", "Report"], run.Visited);
        Assert.Equal("idle is gone, kept is gone, none was not there", (string?)run.Calls[^1].Request["Message"]);
        Assert.Equal(
            CallOutcome.Failed, (await account.CallAsync("sagemaker", "DescribeModel", new() { ["ModelName"] = "idle" })).Outcome);
    }

    [SkippableFact]
    public async Task A_task_that_asks_for_what_no_service_accepts_ends_the_run()
    {
        NodeTools.Require();
        var account = await stacks.AccountAsync();

        var run = await MachineRun.StartAsync(account, Machine("""
            {
              "QueryLanguage": "JSONata", "StartAt": "List",
              "States": { "List": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:listModels", "Arguments": { "MaxResult": 1 }, "End": true } }
            }
            """), new("run", []));

        Assert.Contains("MaxResult is no parameter", run.Failure?.Cause, StringComparison.Ordinal);
    }

    private static StateMachine Machine(string definition) => new(
        "made-up", "arn:aws:states:us-east-1:123456789012:stateMachine:made-up", "arn:aws:iam::123456789012:role/made-up", JsonNode.Parse(definition)!.AsObject());
}
