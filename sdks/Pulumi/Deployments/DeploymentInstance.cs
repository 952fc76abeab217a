using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A deployment as its program sees it.</summary>
public sealed partial class DeploymentInstance
{
    private static readonly ImmutableDictionary<string, object?> NoOutputs = ImmutableDictionary<string, object?>.Empty;
    private readonly DeploymentSettings settings;
    private readonly Features features;

    internal DeploymentInstance(DeploymentSettings settings, IMonitor monitor, IEngine engine)
    {
        this.settings = settings;
        (Monitor, Engine) = (monitor, engine);
        features = new(monitor);
        Log = new(engine, Tasks);
    }

    public string StackName => settings.Stack;

    public string ProjectName => settings.Project;

    public string OrganizationName => settings.Organization;

    /// <summary>Folder of Pulumi.yaml.</summary>
    /// <exception cref="InvalidOperationException">The engine did not say which it is.</exception>
    public string RootDirectory => settings.RootDirectory
        ?? throw new InvalidOperationException("The root directory is not known: PULUMI_ROOT_DIRECTORY is not set.");

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun => settings.IsDryRun;

    internal IMonitor Monitor { get; }

    internal IEngine Engine { get; }

    internal TaskWatch Tasks { get; } = new();

    internal EngineLog Log { get; }

    internal Stack? Stack { get; set; }

    /// <summary>What the program gave as the stack's outputs.</summary>
    internal IDictionary<string, object?> Outputs { get; set; } = NoOutputs;

    /// <summary>Told of each resource when it is made.</summary>
    internal Action<Resource>? ResourceMade { get; init; }

    internal ImmutableDictionary<string, string> Config => settings.Config;

    internal void Register(Resource resource, ResourceArgs args, ResourceOptions options, ResourceOutputs outputs)
    {
        ResourceMade?.Invoke(resource);
        // The stack is made by this package; what is said of it is about its settings.
        var place = settings.TellsPlaces && resource is not Pulumi.Stack ? CreationPlace.Of(resource) : null;
        Tasks.Watch(new Registration(this, features, resource, args, options, place).RunAsync(outputs));
    }

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs) =>
        Tasks.Watch(SendOutputsAsync(resource, outputs));

    internal async Task SendOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var serializer = new PropertySerializer(await features.ResourceReferencesAsync());
        var urn = (await resource.Urn.Data).ValueAs<string>();
        var data = await outputs.Data;
        var values = await serializer.SerializeMembersAsync(
            "monitor.registerResourceOutputs(...)", data.ValueAs<IDictionary<string, object?>>() ?? NoOutputs);
        await Monitor.RegisterResourceOutputsAsync(new() { Urn = urn, Outputs = PropertyBag.Encode(values) });
    }
}
