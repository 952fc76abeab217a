using System.Collections.Immutable;
using Costs.Advice;
using Costs.Catalogue;
using Costs.Measured;
using Costs.Plan;
using Costs.Usage;
using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;

namespace Policies.Tests.Money;

/// <summary>What advice names, the policies accept: for every listed type, models of many sizes and every way to train or serve them.</summary>
public class AdvisedTypesTests
{
    private static readonly string[] Sizes = ["0.1", "0.5", "1", "3", "7", "13", "30", "70"];

    public static TheoryData<string> Types =>
        [.. InstanceCatalogue.All.Where(type => type is { Gpus: > 0, Status: TypeStatus.Current }).Select(type => type.Name)];

    public static TheoryData<string> Regions => [.. PriceBook.BuiltIn.Regions];

    [Theory]
    [MemberData(nameof(Types))]
    public void An_advised_type_is_neither_oversized_nor_of_an_earlier_generation(string type)
    {
        foreach (var (size, use) in from size in Sizes from use in ModelUse.All select (size, use.Name))
        {
            foreach (var advised in Advised(Serving(type, size, use), "us-east-1"))
            {
                Judge(Configuration(advised, size, use));
            }

            foreach (var advised in Advised([Planned("trainer", Job(type, size, use))], "us-east-1"))
            {
                Judge(Job(advised, size, use));
            }
        }
    }

    /// <summary>Whatever little was used: it is for the policies to say how little is too little.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_that_is_advised_on_measured_use_is_accepted_as_well(string type)
    {
        foreach (var (size, use) in from size in Sizes from use in ModelUse.All select (size, use.Name))
        {
            foreach (var advised in Advised(Serving(type, size, use), "us-east-1", HardlyUsed(type)))
            {
                Judge(Configuration(advised, size, use));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Regions))]
    public void Every_Region_with_prices_has_advice_for_a_model_on_too_much(string region) =>
        Assert.NotEmpty(Advised(Serving("ml.g5.48xlarge", "7", "inference"), region));

    [Fact]
    public void Little_use_of_much_is_advised_on() =>
        Assert.NotEmpty(Advised(Serving("ml.g5.48xlarge", "7", "inference"), "us-east-1", HardlyUsed("ml.g5.48xlarge")));

    private static void Judge<TView>(TView resource)
        where TView : struct, IResourceView<TView>
    {
        new NoOversizedInstances().On(resource).ShouldBeCompliant();
        new NoPreviousGeneration().On(resource).ShouldBeCompliant();
    }

    private static IEnumerable<string> Advised(IReadOnlyList<PlannedResource> plan, string region, MeasuredUse? measured = null) =>
        Adviser.Of(new(plan, StackUsage.None, PriceBook.BuiltIn, region, measured)).Lines.Select(line => line.InstanceType).OfType<string>();

    private static MeasuredUse HardlyUsed(string type)
    {
        var one = new Utilization(1, 1);
        var variant = new WatchedVariant(
            Planned("api", new EndpointProps()).Urn, "api", "main", new("api", IsWhole: true), type, IsAsync: false, HasComponents: false);
        return new(
            new(new(2026, 11, 10, 0, 0, 0, TimeSpan.Zero), 336),
            [new() { Variant = variant, Endpoint = "api", Hours = 336, HoursWithData = 336, Calls = 1, Cpu = one, Memory = one, Gpu = one, GpuMemory = one }],
            [], [], [], []);
    }

    private static PlannedResource[] Serving(string type, string size, string use)
    {
        var configuration = Planned("api", Configuration(type, size, use));
        var endpoint = Planned("api", new EndpointProps()) with
        {
            PropertyDependencies = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("endpointConfigName", [configuration.Urn]),
        };
        return [configuration, endpoint];
    }

    private static EndpointConfigurationProps Configuration(string type, string size, string use) => new()
    {
        ProductionVariants = [new() { VariantName = "main", InstanceType = type, InitialInstanceCount = 1 }],
        Tags = Model(size, use),
    };

    private static TrainingJobProps Job(string type, string size, string use) => new()
    {
        ResourceConfig = new() { InstanceType = type, InstanceCount = 1 },
        Tags = Model(size, use),
    };

    private static Dictionary<string, Known<string>> Model(string size, string use) =>
        new() { ["model-parameters-billions"] = size, ["training-mode"] = use };

    private static PlannedResource Planned<TView>(string name, TView inputs)
        where TView : struct, IResourceView<TView> => new()
        {
            Urn = $"urn:pulumi:test::policies::{TView.ResourceType}::{name}",
            Type = TView.ResourceType,
            Name = name,
            Inputs = inputs.Value.Members,
        };
}
