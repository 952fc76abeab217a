using System.Reflection;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Sagemaker.Outputs;
using Pulumi.Aws.SavingsPlans;
using Pulumi.AwsNative.SageMaker;
using NativeGetRegion = Pulumi.AwsNative.GetRegion;
using ServiceQuotas = Pulumi.Aws.ServiceQuotas;

namespace Sdks.Tests.Generate;

public class OutputShapeTests
{
    [Fact]
    public void An_output_type_is_filled_by_one_private_constructor_with_the_wire_names()
    {
        var type = typeof(EndpointConfigurationProductionVariantServerlessConfig);

        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single();

        Assert.Equal(".ctor(int maxConcurrency, int memorySizeInMb, int? provisionedConcurrency)", Declaration.Of(constructor));
        Assert.Equal(["int MaxConcurrency", "int MemorySizeInMb", "int? ProvisionedConcurrency"], Declaration.Fields(type));
        Assert.NotNull(constructor.GetCustomAttribute<OutputConstructorAttribute>());
        Assert.NotNull(type.GetCustomAttribute<OutputTypeAttribute>());
        Assert.True(type is { IsSealed: true } && type.GetFields().All(field => field.IsInitOnly));
        Assert.Empty(type.GetConstructors());
    }

    [Fact]
    public void Fields_follow_the_alphabet_and_lists_are_never_null()
    {
        var fields = Declaration.Fields(typeof(EndpointConfigurationProductionVariant)).ToList();

        var names = fields.Select(field => field[(field.LastIndexOf(' ') + 1)..]).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Contains("ImmutableArray<EndpointConfigurationProductionVariantRoutingConfig> RoutingConfigs", fields);
        Assert.Contains("EndpointConfigurationProductionVariantServerlessConfig? ServerlessConfig", fields);
        Assert.Contains("double? InitialVariantWeight", fields);
    }

    [Fact]
    public void A_function_without_required_arguments_may_be_called_without_any() => Assert.Equal(
        [
            "Invoke(GetRegionInvokeArgs args, InvokeOutputOptions options)",
            "Invoke(GetRegionInvokeArgs? args = null, InvokeOptions? options = null)",
            "InvokeAsync(GetRegionArgs? args = null, InvokeOptions? options = null)",
        ],
        Methods(typeof(GetRegion)));

    [Fact]
    public void A_function_with_a_required_argument_must_be_given_it() => Assert.Equal(
        [
            "Invoke(GetServiceInvokeArgs args, InvokeOptions? options = null)",
            "Invoke(GetServiceInvokeArgs args, InvokeOutputOptions options)",
            "InvokeAsync(GetServiceArgs args, InvokeOptions? options = null)",
        ],
        Methods(typeof(ServiceQuotas.GetService)));

    [Fact]
    public void A_function_that_takes_no_arguments_has_only_options() => Assert.Equal(
        [
            "Invoke(InvokeOptions? options = null)",
            "Invoke(InvokeOutputOptions options)",
            "InvokeAsync(InvokeOptions? options = null)",
        ],
        Methods(typeof(NativeGetRegion)));

    [Theory]
    [InlineData(typeof(GetOfferingsArgs), "Filters", "[Input(\"filters\")] List<GetOfferingsFilterArgs> Filters", typeof(InvokeArgs))]
    [InlineData(typeof(GetOfferingsArgs), "ProductType", "[Input(\"productType\")] string? ProductType", typeof(InvokeArgs))]
    [InlineData(typeof(GetOfferingsInvokeArgs), "Filters", "[Input(\"filters\")] InputList<GetOfferingsFilterInputArgs> Filters", typeof(InvokeArgs))]
    [InlineData(typeof(GetOfferingsInvokeArgs), "Durations", "[Input(\"durations\")] InputList<int> Durations", typeof(InvokeArgs))]
    [InlineData(typeof(Pulumi.Aws.SavingsPlans.Inputs.GetOfferingsFilterArgs), "Name", "[Input(\"name\", required: true)] string Name", typeof(InvokeArgs))]
    [InlineData(typeof(Pulumi.Aws.SavingsPlans.Inputs.GetOfferingsFilterInputArgs), "Values", "[Input(\"values\", required: true)] InputList<string> Values", typeof(ResourceArgs))]
    public void Functions_of_a_bridged_package_name_their_nested_types_in_their_own_way(Type args, string property, string declaration, Type baseType)
    {
        Assert.Equal(declaration, Declaration.Of(args, property));
        Assert.Equal(baseType, args.BaseType);
    }

    [Fact]
    public void The_result_of_a_function_is_an_output_type() => Assert.Equal(
        ["string Description", "string Endpoint", "string Id", "string Name", "string Region"],
        Declaration.Fields(typeof(GetRegionResult)));

    [Fact]
    public void An_enum_is_a_struct_around_its_text()
    {
        var type = typeof(InferenceComponentCapacitySizeType);

        Assert.NotNull(type.GetCustomAttribute<EnumTypeAttribute>());
        Assert.True(type.IsValueType);
        Assert.Contains(typeof(IEquatable<InferenceComponentCapacitySizeType>), type.GetInterfaces());
        Assert.Equal("COPY_COUNT", (string)InferenceComponentCapacitySizeType.CopyCount);
        Assert.Equal("CAPACITY_PERCENT", InferenceComponentCapacitySizeType.CapacityPercent.ToString());
        Assert.True(InferenceComponentCapacitySizeType.CopyCount != InferenceComponentCapacitySizeType.CapacityPercent);
        Assert.True(InferenceComponentCapacitySizeType.CopyCount == (InferenceComponentCapacitySizeType)Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, null, ["COPY_COUNT"], null)!);
        Assert.Equal(InferenceComponentCapacitySizeType.CopyCount.GetHashCode(), InferenceComponentCapacitySizeType.CopyCount.GetHashCode());
    }

    private static IEnumerable<string> Methods(Type function) => function
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Select(Declaration.Of)
        .Order(StringComparer.Ordinal);
}
