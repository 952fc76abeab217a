using Cli.Tests.Changes;

namespace Cli.Tests;

/// <summary>A change that fails half way leaves endpoints that serve, and a stack that the next <c>up</c> completes.</summary>
[Collection(DeployedStackCollection.Name)]
public class ChangeFailureTests(DeployedStack deployed)
{
    private const string Endpoint = "aws:sagemaker/endpoint:Endpoint";

    [SkippableTheory]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning")]
    [InlineData(Endpoint)]
    public async Task A_first_up_that_fails_is_completed_by_the_next(string failing)
    {
        StandIns.Require();
        using var stack = await StackCopy.NewAsync(Change.EverySetting);

        var failed = await stack.UpAsync($"create:{failing}");
        var completed = await stack.UpAsync();

        failed.Run.Ended(1);
        completed.Run.Ended(0);
        Assert.Contains(failed.Calls, call => call.Method is "create");
        Assert.Empty(failed.Calls.Where(call => call.Method is "create").Select(call => call.Urn)
            .Intersect(completed.Calls.Where(call => call.Method is "create").Select(call => call.Urn)));
        await AssertSettledAsync(stack, failed, completed);
    }

    public static TheoryData<string, string> HalfWay => new()
    {
        { Change.BiggerRealtime.Title, $"create:{Endpoint}" },
        { Change.BiggerRealtime.Title, "delete:aws:appautoscaling/target:Target" },
        { Change.AnotherModel.Title, $"update:{Endpoint}" },
        { Change.ToZero.Title, "create:aws-native:sagemaker:InferenceComponent" },
        { Change.AnotherBucket.Title, $"update:{Endpoint}" },
    };

    [SkippableTheory]
    [MemberData(nameof(HalfWay))]
    public async Task A_change_that_fails_is_completed_by_the_next_up(string title, string failing)
    {
        StandIns.Require();
        using var stack = await deployed.CopyAsync();
        var endpoints = stack.Existing(Endpoint).ToArray();
        Change.Of(title).Edit(stack.Settings);

        var failed = await stack.UpAsync(failing);
        var serving = stack.Existing(Endpoint).ToArray();
        var completed = await stack.UpAsync();

        failed.Run.Ended(1);
        Assert.Empty(endpoints.Except(serving));
        completed.Run.Ended(0);
        await AssertSettledAsync(stack, failed, completed);
    }

    [SkippableFact]
    public async Task A_change_that_fails_can_be_taken_back()
    {
        StandIns.Require();
        using var stack = await deployed.CopyAsync();
        Change.AnotherModel.Edit(stack.Settings);

        var failed = await stack.UpAsync($"update:{Endpoint}");
        using var before = await deployed.CopyAsync();
        stack.Settings["realtimeEndpoints"] = before.Settings["realtimeEndpoints"]!.DeepClone();
        var back = await stack.UpAsync();

        failed.Run.Ended(1);
        back.Run.Ended(0);
        await AssertSettledAsync(stack, failed, back);
        Assert.Equal(before.Existing(Endpoint).Order(StringComparer.Ordinal), stack.Existing(Endpoint).Order(StringComparer.Ordinal));
    }

    /// <summary>Nothing was refused on the way, nothing is left to do, and nothing is left over.</summary>
    private static async Task AssertSettledAsync(StackCopy stack, params Deployment[] deployments)
    {
        Assert.All(deployments, deployment => Assert.Empty(deployment.Refusals));
        Assert.Empty(await stack.PreviewAsync());
        Assert.DoesNotContain(await stack.StateAsync(), resource => (bool?)resource["delete"] ?? false);
    }
}
