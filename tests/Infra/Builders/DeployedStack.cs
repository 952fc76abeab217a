using System.Collections.Immutable;
using Infra.Settings;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Builders;

/// <summary>A stack that was deployed against mocks.</summary>
/// <param name="Registered">What the engine was told, in an order that depends on nothing but dependencies.</param>
/// <param name="Resources">The program's own objects.</param>
internal sealed record DeployedStack(
    IReadOnlyList<Registered> Registered, ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)
{
    public static Task<DeployedStack> OfFile(string stack) =>
        Of(StackFile.Read(StackYaml.Project, StackYaml.OfStack(stack)).Settings!, stack);

    public static async Task<DeployedStack> Of(StackSettings settings, string stack = "test")
    {
        var mocks = new RecordingMocks();
        var options = new TestOptions { ProjectName = StackYaml.Project, StackName = stack, IsPreview = false };
        var (resources, outputs) = await Deployment.TestAsync(mocks.Object, options, () => Platform.Deploy(settings));
        return new(mocks.Registered, resources, outputs);
    }

    public Registered Single(string type) => Assert.Single(All(type));

    public IReadOnlyList<Registered> All(string type) => [.. Registered.Where(resource => resource.Type == type)];
}
