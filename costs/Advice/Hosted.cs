using Costs.Mappers.SageMaker.Hosting;
using Costs.Plan;

namespace Costs.Advice;

/// <summary>A variant of an endpoint with what serves it.</summary>
internal sealed record Hosted(Surveyed Thing, PlannedResource? Configuration, PlannedResource? Model, Workbench Bench)
{
    public string Name => Bench.Settings.NameOf(Thing.Resource);

    /// <summary>The image of the serving container; null where it is not known.</summary>
    public string? Image => Model?.Inputs["primaryContainer"u8]["image"u8].AsString();

    public bool HasOneVariant => Configuration is { } configuration && EndpointKind.Of(configuration, Bench.Index).HasOneVariant;

    /// <summary>Whether it has nothing that serverless endpoints do not have.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html, feature exclusions</remarks>
    public bool CouldBeServerless =>
        HasOneVariant && Model is { } model && Configuration is { } configuration
        && IsAbsent(model.Inputs["vpcConfig"u8]) && model.Inputs["enableNetworkIsolation"u8].AsBool() != true
        && IsAbsent(configuration.Inputs["dataCaptureConfig"u8]) && IsAbsent(configuration.Inputs["shadowProductionVariants"u8]);

    /// <summary>Calls a month; null where nobody stated them.</summary>
    public decimal? Calls => Thing.Usage.States(ServerlessVariant.Requests) ? Thing.Usage[ServerlessVariant.Requests].Expected : null;

    /// <summary>Stated, or the default.</summary>
    public decimal SecondsPerCall => Thing.Usage[ServerlessVariant.SecondsPerRequest].Expected;

    /// <summary>All variants of the plan whose settings are known.</summary>
    public static IEnumerable<Hosted> In(Workbench bench) =>
        from thing in bench.Things
        where thing.Thing is ServedVariant
        let configuration = bench.Index.Target(thing.Resource, HostingReferences.Configuration)
        select new Hosted(
            thing, configuration, configuration is null ? null : bench.Index.Target(configuration, HostingReferences.Model), bench);

    /// <summary>Where to state a usage of it.</summary>
    public string UsageOf(params ReadOnlySpan<string> keys) => Bench.Settings.Usage([Thing.Resource], keys);

    private static bool IsAbsent(PropertyValue value) => value.Kind is PropertyKind.Missing or PropertyKind.Null;
}
