using Costs.Advice;
using Costs.Plan;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.Sagemaker;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Advice;

/// <summary>Advice on plans of a few resources, at round prices.</summary>
internal static class Advised
{
    public const string Sklearn = "1.dkr.ecr.test-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3";
    public const string Lmi = "1.dkr.ecr.test-1.amazonaws.com/djl-inference:0.31.0-lmi13.0.0-cu124";

    public static StackAdvice Of(IEnumerable<PlannedResource> plan, string usage = "{}") => Of(plan, usage, PropertyMap.Empty);

    /// <param name="policy">The configuration of the policy no-oversized-instances.</param>
    public static StackAdvice Of(IEnumerable<PlannedResource> plan, string usage, PropertyMap policy) =>
        Adviser.Of(new([.. plan], Given.Usage(usage), RoundPrices.Book, RoundPrices.Region) { Sizing = new(policy) });

    /// <summary>An endpoint with its configuration and its model, in a component where there is one.</summary>
    /// <param name="billions">Declared size of the model; null for none.</param>
    /// <param name="inVpc">Whether the model is inside a VPC.</param>
    public static PlannedResource[] Endpoint(
        string name, Variant variant, Known<string> billions = default, string image = Sklearn, PlannedResource? inside = null,
        string mode = "SingleModel", bool inVpc = false)
    {
        var served = Planned.Resource($"{name}-model", ModelProps.ResourceType, PropertyMap.Of(
            ("name", $"{name}-model"),
            ("primaryContainer", PropertyMap.Of(("image", image), ("mode", mode))),
            ("vpcConfig", inVpc ? PropertyMap.Of(("subnets", new[] { "subnet-1" })) : null)));
        var configuration = Planned.Resource(name, new EndpointConfigurationProps
        {
            Name = $"{name}-config",
            ProductionVariants = [variant with { VariantName = "main", ModelName = $"{name}-model" }],
            Tags = billions is { IsKnown: true, Value: null }
                ? []
                : new Dictionary<string, Known<string>> { ["model-parameters-billions"] = billions },
        }).From("productionVariants", served);
        PlannedResource[] all =
            [served, configuration, Planned.Resource(name, new EndpointProps { Name = name, EndpointConfigName = $"{name}-config" })];
        return inside is null ? all : [inside, .. all.Select(resource => resource.In(inside))];
    }

    public static PlannedResource Scaling(string endpoint, int min, int max) => Planned.Resource($"{endpoint}-scaling", new TargetProps
    {
        MinCapacity = min,
        MaxCapacity = max,
        ResourceId = $"endpoint/{endpoint}/variant/main",
        ScalableDimension = "sagemaker:variant:DesiredInstanceCount",
    });

    /// <summary>A component of this project, by its type.</summary>
    public static PlannedResource Component(string type, string name) => Planned.Resource(name, type) with { IsCustom = false };

    public static AdviceLine Line(this StackAdvice advice, string what) => Assert.Single(advice.Lines, line => line.What == what);

    public static decimal Usd(this AdviceLine line) => line.Saving switch
    {
        AdviceSaving.Known known => known.PerMonth,
        AdviceSaving.If conditional => conditional.PerMonth,
        _ => throw new InvalidOperationException($"{line.What}: {line.Saving}"),
    };

    public static Remark Remark(this IEnumerable<Remark> remarks, string resource) =>
        Assert.Single(remarks, remark => remark.Resources.Contains(resource));
}
