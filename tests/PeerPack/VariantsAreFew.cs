using ResourceViews.Aws.Sagemaker;

namespace PeerPack;

internal sealed class VariantsAreFew : ResourcePolicy<EndpointConfigurationProps>
{
    private const int Most = 4;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "variants-are-few",
        Description = "No production variant starts with more than four instances.",
        Severity = Severity.Low,
    };

    protected override Verdict Check(EndpointConfigurationProps configuration, ResourceContext context) =>
        Verdict.All(Judge(configuration, context.Resource.Name));

    private static IEnumerable<Verdict> Judge(EndpointConfigurationProps configuration, string name)
    {
        if (configuration.ProductionVariants.IsUnknown)
        {
            yield return Verdict.Unknown("productionVariants");
        }

        var index = 0;
        foreach (var variant in configuration.ProductionVariants)
        {
            var path = $"productionVariants[{index++}].initialInstanceCount";
            if (variant.InitialInstanceCount.IsUnknown)
            {
                yield return Verdict.Unknown(path);
                yield break;
            }

            if (variant.InitialInstanceCount.Value > Most)
            {
                yield return Verdict.Violation($"{name}: {path} is {variant.InitialInstanceCount}.");
            }
        }
    }
}
