using System.Text.Json.Nodes;
using Emulator.Tests.Account;
using Infra;
using Pulumi;

namespace Emulator.Tests;

/// <summary>What the stacks ask for is what AWS accepts and does.</summary>
[Collection(DeployedStacksCollection.Name)]
public class ResourceTests(DeployedStacks stacks)
{
    /// <summary>What the project promises about storage, serving and money rests on these settings: they are looked up afterwards.</summary>
    private static readonly string[] Promises =
    [
        "CreateBudget", "CreateEndpointConfig", "PutBucketEncryption", "PutBucketLifecycleConfiguration", "PutBucketPolicy",
        "PutBucketVersioning", "PutPublicAccessBlock", "PutRolePolicy", "PutScalingPolicy", "PutScheduledAction", "RegisterScalableTarget",
    ];

    public static TheoryData<string> Labels => [.. DeployedStacks.Labels];

    [SkippableTheory]
    [MemberData(nameof(Labels))]
    public async Task Every_resource_is_accepted(string label)
    {
        var stack = await stacks.OfAsync(label);

        var faults = stack.Resources.SelectMany(resource => resource.Faults).ToArray();

        Assert.NotEmpty(stack.Resources);
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [SkippableTheory]
    [MemberData(nameof(Labels))]
    public async Task What_was_asked_for_is_there_afterwards(string label)
    {
        var stack = await stacks.OfAsync(label);

        var different =
            from resource in stack.Resources
            from call in resource.Calls
            from value in call.ReadBack?.Different ?? []
            select $"{resource.Type} {resource.Name}: {call.ReadBack!.Operation} {value}";

        Assert.True(!different.Any(), string.Join('\n', different));
    }

    [SkippableFact]
    public async Task What_the_project_promises_is_looked_up()
    {
        var calls = (await stacks.AllAsync()).SelectMany(stack => stack.Resources).SelectMany(resource => resource.Calls).ToArray();

        Assert.Empty(Promises.Except(calls.Select(call => call.Operation)));
        Assert.All(
            calls.Where(call => call.Outcome == CallOutcome.Called && Promises.Contains(call.Operation)),
            call => Assert.True(call.ReadBack?.Compared > 0, $"{call} was not read back"));
    }

    [SkippableFact]
    public async Task Every_component_is_part_of_a_stack()
    {
        var used = (await stacks.AllAsync()).SelectMany(stack => stack.OtherTypes).Select(type => type.Split(':')[^1]);

        var components = typeof(Platform).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ComponentResource)) && !type.IsAbstract);

        Assert.Empty(components.Select(type => type.Name).Except(used));
    }

    [SkippableTheory]
    [InlineData("aws:sagemaker/model:Model", """{ "name": "m", "executionRole": "arn:aws:iam::123456789012:role/r" }""", "executionRole has no place")]
    [InlineData("aws:sagemaker/model:Model", """{ "name": "under_score" }""", "under_score")]
    [InlineData("aws:kms/alias:Alias", """{ "name": "alias/a" }""", "TargetKeyId")]
    [InlineData("aws:appautoscaling/target:Target", """{ "serviceNamespace": "sagemaker", "resourceId": "r", "scalableDimension": "sagemaker:variant:Desired" }""", "is none of")]
    [InlineData("aws:s3/bucketPolicy:BucketPolicy", """{ "bucket": "nobody-made-this-one", "policy": "{}" }""", "NoSuchBucket")]
    [InlineData("aws:sagemaker/trial:Trial", """{ "trialNme": "t" }""", "trialNme has no place")]
    [InlineData("aws:sagemaker/nothing:Nothing", "{}", "no operation of sagemaker creates a Nothing")]
    public async Task What_is_wrong_is_refused(string type, string inputs, string reason)
    {
        var account = await stacks.AccountAsync();

        var resource = await account.CreateAsync(type, "wrong", "wrong", JsonNode.Parse(inputs)!.AsObject());

        Assert.Contains(reason, Assert.Single(resource.Faults.Take(1)), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_operation_that_the_emulator_lacks_is_told_from_one_that_fails()
    {
        var account = await stacks.AccountAsync();

        var lacking = await account.CallAsync("iam", "SimulateCustomPolicy", new() { ["PolicyInputList"] = new JsonArray("{}"), ["ActionNames"] = new JsonArray("s3:GetObject") });
        var failing = await account.CallAsync("sagemaker", "DescribeModel", new() { ["ModelName"] = "nobody-made-this-one" });

        Assert.Equal(CallOutcome.OnlyChecked, lacking.Outcome);
        Assert.Equal(CallOutcome.Failed, failing.Outcome);
    }
}
