using Cli.Tests.Changes;

namespace Cli.Tests;

/// <summary>Nothing that holds data is ever deleted: buckets with all that protects them, and their keys.</summary>
[Collection(DeployedStackCollection.Name)]
public class ChangeDataTests(DeployedStack deployed)
{
    private const string Bucket = "aws:s3/bucket:Bucket";

    [SkippableFact]
    public async Task Destroying_the_stack_ends_with_0_and_leaves_the_bucket_its_settings_and_its_key()
    {
        StandIns.Require();
        using var stack = await deployed.CopyAsync();

        var destroyed = await stack.DestroyAsync();

        destroyed.Run.Ended(0);
        Assert.Empty(destroyed.Refusals);
        Assert.Empty(destroyed.Calls.Where(call => call.IsOfData));
        Assert.Equal(
            [
                "Bucket", "BucketLifecycleConfiguration", "BucketOwnershipControls", "BucketPolicy", "BucketPublicAccessBlock",
                "BucketServerSideEncryptionConfiguration", "BucketVersioning", "Key",
            ],
            destroyed.LeftBehind.Select(ProviderCall.KindOf).Order(StringComparer.Ordinal));
        Assert.Empty(await stack.StateAsync());
        Assert.Single(stack.Existing(Bucket));
    }

    [SkippableFact]
    public async Task No_change_deletes_data()
    {
        StandIns.Require();

        foreach (var change in Change.All)
        {
            Assert.Empty((await deployed.AfterAsync(change)).Done.Calls.Where(call => call.Method is "delete" && call.IsOfData));
        }
    }

    [SkippableFact]
    public async Task A_bucket_of_another_name_is_a_new_one_under_the_same_key_and_the_old_one_stays_as_protected_as_it_was()
    {
        StandIns.Require();

        var changed = await deployed.AfterAsync(Change.AnotherBucket);

        var created = changed.Done.Calls.Where(call => call.Method is "create").ToArray();
        Assert.Equal("ml-of-another-name", (string?)Assert.Single(created, call => call.Type == Bucket).Properties["bucket"]);
        Assert.DoesNotContain(changed.Done.Calls, call => call.Kind is "Key");
        Assert.Equal(
            created.Where(call => call.IsOfData).Select(call => call.Urn).Order(StringComparer.Ordinal),
            changed.Done.LeftBehind.Order(StringComparer.Ordinal));
    }
}
