using Pulumi.AwsNative.SageMaker;
using Pulumi.AwsNative.SageMaker.Inputs;

namespace Infra.Hosting;

/// <summary>The copies of a model on an endpoint that scales to zero, as an inference component.</summary>
internal static class ModelCopies
{
    /// <summary>The endpoint starts with one copy; from then on the count is the scaling's.</summary>
    private const int FirstCopies = 1;

    /// <returns>The component's name.</returns>
    public static Output<string> Of(
        string name, Output<string> endpoint, Output<string> model, RealtimeSettings settings,
        IReadOnlyDictionary<string, string> tags, Resource parent)
    {
        var component = new InferenceComponent(name, new()
        {
            EndpointName = endpoint,
            VariantName = Variant.Name,
            Specification = new InferenceComponentSpecificationArgs
            {
                ModelName = model,
                ComputeResourceRequirements = Requirements(settings),
            },
            RuntimeConfig = new InferenceComponentRuntimeConfigArgs { CopyCount = FirstCopies },
            Tags = TagList(tags),
        }, Options(parent));
        return component.InferenceComponentName.Apply(found => found ?? throw new RunException(
            $"{name}: the aws-native provider gave the inference component no name, and scaling needs it."));
    }

    /// <summary>An update must not put the count of copies back that the scaling has chosen.</summary>
    public static CustomResourceOptions Options(Resource? parent) => new()
    {
        Parent = parent,
        IgnoreChanges = { "runtimeConfig.copyCount" },
    };

    /// <summary>A list where other resources take a map: in the same order every time, or every update would differ.</summary>
    private static Pulumi.AwsNative.Inputs.TagArgs[] TagList(IReadOnlyDictionary<string, string> tags) =>
    [
        .. tags
            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => new Pulumi.AwsNative.Inputs.TagArgs { Key = tag.Key, Value = tag.Value }),
    ];

    private static InferenceComponentComputeResourceRequirementsArgs Requirements(RealtimeSettings settings)
    {
        var copy = settings.ScaleToZero!;
        var requirements = new InferenceComponentComputeResourceRequirementsArgs
        {
            MinMemoryRequiredInMb = copy.MemoryMbPerCopy,
        };
        if (copy.CpuCoresPerCopy is { } cores)
            requirements.NumberOfCpuCoresRequired = (double)cores;
        if (settings.AcceleratorsPerCopy is { } accelerators)
            requirements.NumberOfAcceleratorDevicesRequired = accelerators;
        return requirements;
    }
}
