using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker.Hosting;

/// <summary>A multi-model endpoint that SageMaker takes: models below a prefix, on instances with at most one GPU.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-support.html</remarks>
internal sealed class MmeShape : StackPolicy
{
    private const string GpuTypes = "gpuTypes";
    private const string Archive = ".tar.gz";

    public override PolicyInfo Info { get; } = new()
    {
        Name = "mme-shape",
        DisplayName = "Multi-model endpoints have a shape that SageMaker accepts",
        Description = "A multi-model endpoint loads its models from below a prefix, on instances with one GPU at most.",
        Severity = Severity.Medium,
        Remediation = "Give the container mode MultiModel and a modelDataUrl that is a prefix, such as s3://bucket/models/live/, and the "
            + "variant an instance type with one GPU at most.",
        Url = PolicyPages.Of("mme-shape"),
        Tags = ["sagemaker", "hosting", "reliability", PolicyTags.Irreversible],
        Config = new(PolicySetting.Texts(
            GpuTypes,
            "Current types with one GPU on which multi-model endpoints are known to run, * standing for any characters; others are warned about.",
            "ml.g4dn.*",
            "ml.g5.*")),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var stack = StackHosting.Of(context);
        var gpuTypes = TypePatterns.From(context.Config[GpuTypes]);
        return stack.Models.SelectMany(model => Shape(model).Select(verdict => new ResourceVerdict(model.Resource, verdict)))
            .Concat(stack.Configurations.SelectMany(config => config.AllVariants.SelectMany(variant => Place(config, variant, stack, gpuTypes))))
            .Where(verdict => !verdict.Verdict.IsCompliant)
            .Distinct();
    }

    private static IEnumerable<Verdict> Shape(HostedModel model)
    {
        var containers = model.Containers;
        var several = containers.Where(container => container.IsMultiModel != false).ToArray();
        var certain = several.Count(container => container.IsMultiModel == true);
        var count = certain > 1 ? Verdict.Violation(
                $"{model.Resource.Name}: {certain} containers have the mode MultiModel, and SageMaker takes one. Give the others SingleModel.")
            : several.Length > 1 ? Verdict.Unknown(several.First(container => container.IsMultiModel is null).Mode.Path.ToString())
            : Verdict.Compliant;
        return [count, .. several.Select(container => Shape(container, model.Resource.Name))];
    }

    private static Verdict Shape(HostedContainer container, string name)
    {
        var verdict = (container.DataUrl.Known, container.HasDataSource.Known) switch
        {
            (_, { Value: true }) => Verdict.Violation(
                $"{name}: {container.HasDataSource.Path} is set on a container of the mode MultiModel, which takes none. "
                + "Give the prefix of the models as modelDataUrl."),
            ({ Value: { } url }, _) when url.EndsWith(Archive, StringComparison.Ordinal) => Verdict.Violation(
                $"{name}: {container.DataUrl.Path} is {container.DataUrl.Known}, one archive, and the mode is MultiModel, expected the prefix "
                + "that the models lie below. Give the prefix, or the mode SingleModel."),
            (_, { IsUnknown: true }) => Verdict.Unknown(container.HasDataSource.Path.ToString()),
            ({ IsUnknown: true }, _) => Verdict.Unknown(container.DataUrl.Path.ToString()),
            ({ Value: null }, _) => Verdict.Violation(
                $"{name}: {container.DataUrl.Path} is not set and the mode is MultiModel, expected the prefix that the models lie below."),
            _ => Verdict.Compliant,
        };
        return container.IsMultiModel == true || verdict.IsCompliant ? verdict : Verdict.Unknown(container.Mode.Path.ToString());
    }

    /// <summary>Whether what a multi-model model is placed on can hold it.</summary>
    private static IEnumerable<ResourceVerdict> Place(
        HostedConfiguration config, HostedVariant variant, StackHosting stack, TypePatterns gpuTypes)
    {
        var match = stack.ModelOf(variant);
        foreach (var model in match.Found.Concat(match.Possible))
        {
            var container = model.Containers.FirstOrDefault(one => one.IsMultiModel == true)
                ?? model.Containers.FirstOrDefault(one => one.IsMultiModel is null);
            var verdict = container is null ? Verdict.Compliant : Place(config.Resource.Name, variant, model, gpuTypes);
            yield return verdict switch
            {
                { IsCompliant: true } => new(config.Resource, verdict),
                _ when !match.IsDetermined => new(config.Resource, Verdict.Unknown(match.WaitsFor.ToString())),
                _ when container!.IsMultiModel is null => new(model.Resource, Verdict.Unknown(container.Mode.Path.ToString())),
                _ => new(config.Resource, verdict),
            };
        }
    }

    private static Verdict Place(string name, HostedVariant variant, HostedModel model, TypePatterns gpuTypes) => variant.IsServerless.Known switch
    {
        { Value: true } => Verdict.Violation(
            $"{name}: {variant.IsServerless.Path} is set and {variant.Model.Name.Path} is that of {model.Resource.Name}, a multi-model model: "
            + "serverless endpoints serve one model each. Give the variant an instance type, or each model an endpoint."),
        { IsUnknown: true } => Verdict.Unknown(variant.IsServerless.Path.ToString()),
        _ => Verdict.All(variant.Instances.Select(use => Judge(name, use, gpuTypes))),
    };

    private static Verdict Judge(string name, InstanceUse use, TypePatterns gpuTypes) => use.Type switch
    {
        { IsUnknown: true } => Verdict.Unknown(use.Path.ToString()),
        { Value: { } type } => InstanceCatalogue.Find(type)?.Accelerators switch
        {
            { Kind: AcceleratorKind.Gpu, Count: 1 } => Listed(name, use, gpuTypes),
            { } accelerators => Verdict.Violation(
                $"{name}: {use.Path} is {use.Type}{(use.Type.IsSecret ? "" : $" ({accelerators})")}, and multi-model endpoints run on CPU types "
                + "or on one GPU. Use a type such as ml.g5.xlarge, or an endpoint for each model."),
            null when InstanceCatalogue.Find(type) is null && IsAccelerated(type) => Listed(name, use, gpuTypes),
            _ => Verdict.Compliant,
        },
        _ => Verdict.Compliant,
    };

    private static Verdict Listed(string name, InstanceUse use, TypePatterns gpuTypes) => gpuTypes.Include(use.Type.Value!)
        ? Verdict.Compliant
        : Verdict.Warning(
            $"{name}: {use.Path} is {use.Type}, and multi-model endpoints are not known to run on it. Use one of {gpuTypes}; or, if it does "
            + $"work, add it to the setting {GpuTypes}.");

    /// <summary>By the name alone, for types whose hardware is not listed.</summary>
    private static bool IsAccelerated(string type) =>
        InstanceName.Parse(type) is { Family: [var first, ..] } name && (name.IsPFamily || name.IsTrainium || first is 'g'
            || name.Family.StartsWith("inf", StringComparison.Ordinal) || name.Family.StartsWith("dl", StringComparison.Ordinal));
}
