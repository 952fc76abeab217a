using Infra.Storage;
using Infra.Tests.Builders;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Storage;

public class RetentionTests
{
    [Fact]
    public async Task Destroying_a_stack_keeps_the_bucket_its_key_and_all_that_protects_and_tidies_it()
    {
        var options = await OptionsOfChildren();

        Assert.Equal(
            ["aws:kms/alias:Alias"],
            options.Where(child => child.Value.RetainOnDelete != true).Select(child => child.Key));
        Assert.Equal(10, options.Count);
    }

    private static async Task<IReadOnlyDictionary<string, CustomResourceOptions>> OptionsOfChildren()
    {
        var seen = new Dictionary<string, CustomResourceOptions>();
        var watching = new ComponentResourceOptions
        {
            ResourceTransformations =
            {
                transformed =>
                {
                    if (transformed.Options is CustomResourceOptions options)
                        seen.Add(transformed.Resource.GetResourceType(), options);
                    return null;
                },
            },
        };
        await Deployment.TestAsync(new RecordingMocks().Object, new TestOptions(), () =>
        {
            _ = new ArtifactBucket(
                "artifacts",
                new() { Scope = StackScope.Of(Valid.Stack), Storage = new() { ArchiveDatasetsAfterDays = 90 } },
                watching);
        });
        return seen;
    }
}
