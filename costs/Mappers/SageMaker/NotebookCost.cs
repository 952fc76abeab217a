using Costs.Catalogue.Keys;
using Costs.Estimates;
using Costs.Money;
using Costs.Quantities;
using Costs.Strategies;
using Costs.Usage;

namespace Costs.Mappers.SageMaker;

/// <summary>What notebooks and Studio apps cost: they run while somebody works, or forgets to stop them.</summary>
/// <remarks>https://aws.amazon.com/sagemaker/ai/pricing/</remarks>
internal static class NotebookCost
{
    private const int DefaultVolumeGb = 5;

    /// <summary>At the least it is stopped all month, at the most it never is.</summary>
    public static UsageSetting Hours { get; } = UsageKeys.HoursPerMonth.Default(
        Quantity.Between(0, 22 * 8, BillingMonth.Hours), "22 working days of 8 hours; never stopped at the most");

    public static ImmutableArray<UsageSetting> Usage { get; } =
        [Hours, WithoutSettings.InstanceType, WithoutSettings.HoursPerMonth, WithoutSettings.VolumeGb];

    public static IEnumerable<CostItem> Map(
        Known<string> instanceType, Known<int?> volumeGb, string volumePath, Known<string> lifecycleConfiguration, MappingContext context)
    {
        var notebook = context.AsIf(new Notebook(
            instanceType, Quantity.Of(volumeGb, volumePath, DefaultVolumeGb), context.Usage[Hours],
            StopsWhenIdle: lifecycleConfiguration is { IsUnknown: true } or { Value: not null }));
        return
        [
            Instance("Notebook instance", InstanceUse.Notebook, notebook.InstanceType, "instanceType", notebook.HoursPerMonth),
            new CostItem.Component("Notebook volume", CostCategory.Storage, SageMakerPrices.NotebookVolume, notebook.VolumeGb),
        ];
    }

    public static CostItem Instance(string name, InstanceUse use, Known<string> instanceType, string path, Quantity hours) =>
        instanceType switch
        {
            { IsUnknown: true } => new CostItem.NotKnownYet(name, path),
            { Value: { } type } => new CostItem.Component(
                $"{name} ({type})", CostCategory.Training, InstancePrices.For(use, type), hours),
            _ => new CostItem.NotPriced(name, $"{path} is not set."),
        };
}
