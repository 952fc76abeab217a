using Costs.Estimates;
using Costs.Mappers;
using Costs.Mappers.S3;
using Costs.Mappers.SageMaker.Hosting;
using Costs.Plan;
using Costs.Usage;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.AwsNative.SageMaker;

namespace Costs.Tests.Conventions;

public class MapperConventions
{
    public static TheoryData<string> MappedTypes => [.. MapperIndex.Types.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_mapper_is_in_the_index() => Assert.Empty(
        typeof(ResourceMapper).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ResourceMapper)) && !type.IsAbstract)
            .Except(MapperIndex.All.Select(mapper => mapper.GetType())));

    [Fact]
    public void Every_type_that_is_mapped_or_free_is_a_type_of_a_provider() =>
        Assert.Empty(MapperIndex.Types.Concat(FreeResources.Types).Except(Schemas.ResourceTypes));

    [Fact]
    public void No_type_is_both_mapped_and_free() => Assert.Empty(MapperIndex.Types.Intersect(FreeResources.Types));

    [Fact]
    public void Every_usage_key_is_asked_for_somewhere()
    {
        var asked = MapperIndex.All.SelectMany(mapper => mapper.Usage.Concat(mapper.PrefixUsage)).Select(setting => setting.Key.Name);

        Assert.Equal(
            ["betweenZonesGbPerMonth", "internetOutGbPerMonth", "otherRegionsGbPerMonth"],
            UsageKeys.All.Select(key => key.Name).Except(asked).Order(StringComparer.Ordinal));
        Assert.Equal(UsageKeys.All.Length, UsageKeys.All.Select(key => key.Name).Distinct().Count());
    }

    [Fact]
    public void Every_key_that_mappers_ask_for_is_in_the_vocabulary() =>
        Assert.Empty(MapperIndex.UsageKeys.Concat(MapperIndex.PrefixUsageKeys).Except(UsageKeys.All));

    [Fact]
    public void Every_default_says_why() => Assert.All(
        MapperIndex.All.SelectMany(mapper => mapper.Usage.Concat(mapper.PrefixUsage)).Where(setting => setting.ByDefault is not null),
        setting => Assert.NotEqual("", setting.Because));

    [Fact]
    public void Every_property_that_names_another_resource_is_a_property_of_its_type()
    {
        Reference[] references =
        [
            HostingReferences.Configuration, HostingReferences.ScaledEndpoint, HostingReferences.ScheduledEndpoint,
            HostingReferences.Model,
            .. BucketLifecycle.References,
        ];

        Assert.All(references.SelectMany(reference => reference.From.Concat(reference.To)), named =>
            Assert.Contains(named.Value, Schemas.Properties(named.Key)));
    }

    [Fact]
    public void Variants_of_all_kinds_are_read_alike()
    {
        var native = new EndpointConfigProductionVariantProps
        {
            VariantName = "main",
            InstanceType = "ml.m5.large",
            InitialInstanceCount = 1,
            VolumeSizeInGb = 2,
            ManagedInstanceScaling = new() { Status = "ENABLED", MinInstanceCount = 3, MaxInstanceCount = 4 },
            ServerlessConfig = new() { MemorySizeInMb = 5, MaxConcurrency = 6, ProvisionedConcurrency = 7 },
        };
        var shadow = new EndpointConfigurationShadowProductionVariantProps
        {
            VariantName = "main",
            InstanceType = "ml.m5.large",
            InitialInstanceCount = 1,
            VolumeSizeInGb = 2,
            ManagedInstanceScaling = new() { Status = "ENABLED", MinInstanceCount = 3, MaxInstanceCount = 4 },
            ServerlessConfig = new() { MemorySizeInMb = 5, MaxConcurrency = 6, ProvisionedConcurrency = 7 },
        };

        Assert.All([native.Value, shadow.Value], value =>
        {
            var read = EndpointConfigurationProductionVariantProps.From(value);
            Assert.Equal(("main", "ml.m5.large"), (read.VariantName.Value, read.InstanceType.Value));
            Assert.Equal((1, 2), (read.InitialInstanceCount.Value, read.VolumeSizeInGb.Value));
            Assert.Equal((3, 4), (read.ManagedInstanceScaling.MinInstanceCount.Value, read.ManagedInstanceScaling.MaxInstanceCount.Value));
            Assert.Equal((5, 6, 7), (
                read.ServerlessConfig.MemorySizeInMb.Value, read.ServerlessConfig.MaxConcurrency.Value,
                read.ServerlessConfig.ProvisionedConcurrency.Value));
        });
    }

    /// <summary>Where nothing is known before deployment, a figure may only come from what costs the same whatever it says.</summary>
    [Theory]
    [MemberData(nameof(MappedTypes))]
    public void A_resource_of_which_nothing_is_known_has_gaps_or_a_fixed_price_but_is_not_free(string type)
    {
        var unknown = PropertyMap.Of(Schemas.Properties(type).Where(name => name != "region")
            .Select(name => KeyValuePair.Create<string, object?>(name, PropertyValue.Unknown)));

        var line = Given.Line(Planned.Resource("any", type, unknown));

        Assert.NotEqual(LineStatus.Free, line.Status);
        Assert.All(line.Components, component => Assert.True(component.Monthly.Ceiling > 0 || component.Explanation.Price.Tiers[0].Usd == 0));
    }

    [Theory]
    [MemberData(nameof(MappedTypes))]
    public void A_resource_without_any_input_is_no_reason_to_crash(string type) =>
        Assert.Single(Given.Estimate(Planned.Resource("any", type)).Lines);

    [Fact]
    public void No_mapper_names_a_place_in_the_price_list() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "costs", "Mappers"), "*.cs", SearchOption.AllDirectories),
        file => File.ReadAllText(file).Contains("new PriceKey(", StringComparison.Ordinal));
}
