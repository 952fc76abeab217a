using Policies.Workloads;
using Policies.Workloads.Resources;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Sagemaker;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.SageMaker.Hosting;

/// <summary>A model of the stack: the containers that an endpoint starts.</summary>
internal sealed record HostedModel : INamed
{
    public required PolicyResource Resource { get; init; }

    public required Known<string> Name { get; init; }

    public required ImmutableArray<HostedContainer> Containers { get; init; }

    public required Setting<bool?> InVpc { get; init; }

    public required Setting<bool?> IsIsolated { get; init; }

    public required ModelTags Tags { get; init; }

    /// <summary>The model that a resource is; null for every other resource.</summary>
    public static HostedModel? From(PolicyResource resource) => resource.Type switch
    {
        var type when type == Aws.ModelProps.ResourceType => From(resource, resource.View<Aws.ModelProps>()),
        var type when type == Native.ModelProps.ResourceType => From(resource, resource.View<Native.ModelProps>()),
        _ => null,
    };

    private static HostedModel From(PolicyResource resource, Aws.ModelProps model) => new()
    {
        Resource = resource,
        Name = resource.NameOf<Aws.ModelProps>(view => view.Name),
        Containers =
        [
            .. model.PrimaryContainer.IsMissing ? [] : (HostedContainer[])[Container(model.PrimaryContainer, PathOf(model.PrimaryContainer))],
            .. Each(model.Containers, Container),
        ],
        InVpc = Presence(model.VpcConfig),
        IsIsolated = Setting(model.EnableNetworkIsolation),
        Tags = Declared.By(model.Tags, model.TagsAll),
    };

    private static HostedModel From(PolicyResource resource, Native.ModelProps model) => new()
    {
        Resource = resource,
        Name = resource.NameOf<Native.ModelProps>(view => view.ModelName),
        Containers =
        [
            .. model.PrimaryContainer.IsMissing ? [] : (HostedContainer[])[Container(model.PrimaryContainer, PathOf(model.PrimaryContainer))],
            .. Each(model.Containers, Container),
        ],
        InVpc = Presence(model.VpcConfig),
        IsIsolated = Setting(model.EnableNetworkIsolation),
        Tags = Declared.By(model.Tags),
    };

    private static HostedContainer Container(Aws.ModelPrimaryContainerProps container, PropertyPath at) => new(
        at,
        Setting(container.Mode, at),
        Setting(container.ModelDataUrl, at),
        Presence(container.ModelDataSource, at),
        Setting(container.ImageConfig.RepositoryAccessMode, at));

    private static HostedContainer Container(Aws.ModelContainerProps container, PropertyPath at) => new(
        at,
        Setting(container.Mode, at),
        Setting(container.ModelDataUrl, at),
        Presence(container.ModelDataSource, at),
        Setting(container.ImageConfig.RepositoryAccessMode, at));

    private static HostedContainer Container(Native.ModelContainerDefinitionProps container, PropertyPath at) => new(
        at,
        Setting(container.Mode, at),
        Setting(container.ModelDataUrl, at),
        Presence(container.ModelDataSource, at),
        Setting(container.ImageConfig.RepositoryAccessMode, at));
}

/// <summary>One container of a model.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Mode">SingleModel, which is the default, or MultiModel.</param>
/// <param name="DataUrl">The archive it loads; for many models the prefix they lie below.</param>
/// <param name="HasDataSource">Whether its data is given in the other way, modelDataSource.</param>
/// <param name="RepositoryAccess">Platform for ECR, which is the default, or Vpc for a private registry.</param>
internal sealed record HostedContainer(
    PropertyPath Path,
    Setting<string> Mode,
    Setting<string> DataUrl,
    Setting<bool?> HasDataSource,
    Setting<string> RepositoryAccess)
{
    private const string MultiModel = "MultiModel";

    /// <summary>Whether it serves many models; null where that is not known before deployment.</summary>
    public bool? IsMultiModel => Mode.Known.IsUnknown ? null : Mode.Known.Value == MultiModel;
}
