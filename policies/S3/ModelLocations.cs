using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Sagemaker;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.S3;

/// <summary>Finds what models and inference components load from S3, wherever a resource names it.</summary>
internal static class ModelLocations
{
    private const string MultiModel = "MultiModel";
    private const string Prefix = "S3Prefix";

    /// <summary>What a resource loads; of what is not known before deployment, the property that will tell.</summary>
    public static IEnumerable<ModelLocation> Of(PolicyResource resource) => (resource.Type switch
    {
        var type when Aws.ModelProps.ResourceTypes.Contains(type) => Of(Aws.ModelProps.From(resource.InputsValue)),
        var type when Native.ModelProps.ResourceTypes.Contains(type) => Of(Native.ModelProps.From(resource.InputsValue)),
        var type when Native.InferenceComponentProps.ResourceTypes.Contains(type) =>
            Of(Native.InferenceComponentProps.From(resource.InputsValue)),
        _ => [],
    }).Where(location => location.Url.Known is { IsUnknown: true } or { Value: not null });

    private static IEnumerable<ModelLocation> Of(Aws.ModelProps model) =>
    [
        .. Of(model.PrimaryContainer, PathOf(model.PrimaryContainer)),
        .. Each(model.Containers, (container, at) => Of(Aws.ModelPrimaryContainerProps.From(container.ToProperty()), at)).SelectMany(found => found),
    ];

    private static IEnumerable<ModelLocation> Of(Native.ModelProps model) =>
    [
        .. Of(model.PrimaryContainer, PathOf(model.PrimaryContainer)),
        .. Each(model.Containers, Of).SelectMany(found => found),
    ];

    private static IEnumerable<ModelLocation> Of(Native.InferenceComponentProps component) =>
    [
        new(Setting(component.Specification.Container.ArtifactUrl), default),
        .. Each(component.Specifications, (specification, at) => specification.IsUnknown
            ? NotKnown(at)
            : new(Setting(specification.Container.ArtifactUrl, at), default)),
    ];

    /// <summary>Every container of a model has the same properties.</summary>
    private static IEnumerable<ModelLocation> Of(Aws.ModelPrimaryContainerProps container, PropertyPath at) => container.IsUnknown
        ? [NotKnown(at)]
        :
        [
            new(Setting(container.ModelDataUrl, at), Is(MultiModel, Setting(container.Mode, at))),
            .. Each(container.ModelDataSource.S3DataSources, Of, at),
            .. Each(
                container.AdditionalModelDataSources,
                (source, to) => source.IsUnknown ? [NotKnown(to)] : Each(
                    source.S3DataSources,
                    (each, from) => Of(Aws.ModelPrimaryContainerModelDataSourceS3DataSourceProps.From(each.ToProperty()), from),
                    to),
                at).SelectMany(found => found),
        ];

    private static IEnumerable<ModelLocation> Of(Native.ModelContainerDefinitionProps container, PropertyPath at) => container.IsUnknown
        ? [NotKnown(at)]
        :
        [
            new(Setting(container.ModelDataUrl, at), Is(MultiModel, Setting(container.Mode, at))),
            new(
                Setting(container.ModelDataSource.S3DataSource.S3Uri, at),
                Is(Prefix, Setting(container.ModelDataSource.S3DataSource.S3DataType, at))),
        ];

    private static ModelLocation Of(Aws.ModelPrimaryContainerModelDataSourceS3DataSourceProps source, PropertyPath at) => source.IsUnknown
        ? NotKnown(at)
        : new(Setting(source.S3Uri, at), Is(Prefix, Setting(source.S3DataType, at)));

    private static ModelLocation NotKnown(PropertyPath at) => new(new(at, Known<string>.Unknown), default);

    private static Setting<bool?> Is(string word, Setting<string> setting) =>
        new(setting.Path, setting.Known.IsUnknown ? Known<bool?>.Unknown : setting.Known.Value == word);
}
