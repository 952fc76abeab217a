using System.Text.RegularExpressions;
using Policies.SageMaker;
using Policies.Workloads;

namespace Policies.Tests.Workloads;

/// <summary>Holds the list of places to the package schemas: what AWS adds to them fails a test until it is looked at.</summary>
public partial class ResourceWorkloadsTests
{
    private const string Oversized = "ml.p4d.24xlarge";

    public static IEnumerable<object[]> Places => AllPlaces().Select(place => (object[])[place.Item1, place.Item2]);

    [Theory]
    [MemberData(nameof(Places))]
    public void An_oversized_type_is_found_in_every_place_that_the_schemas_know(string type, string path)
    {
        var verdict = new NoOversizedInstances().On(type, SchemaPlaces.With(path, Oversized));

        Assert.Contains($"{Verdicts.Name}: {path.Replace("[]", "[0]", StringComparison.Ordinal)} is {Oversized}", verdict.Violation());
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_type_that_is_not_known_yet_is_unknown_in_every_place(string type, string path) =>
        new NoOversizedInstances().On(type, SchemaPlaces.With(path, PropertyValue.Unknown))
            .ShouldBeUnknown(path.Replace("[]", "[0]", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_small_type_is_compliant_in_every_place(string type, string path) =>
        new NoOversizedInstances().On(type, SchemaPlaces.With(path, "ml.g5.xlarge")).ShouldBeCompliant();

    [Fact]
    public void The_schemas_know_places_in_both_packages() =>
        Assert.Superset(new HashSet<string> { "aws", "aws-native" }, AllPlaces().Select(place => place.Item1.Split(':')[0]).ToHashSet());

    [Fact]
    public void Every_type_that_is_looked_at_has_a_place_or_a_definition() => Assert.Empty(ResourceWorkloads.Types
        .Except(AllPlaces().Select(place => place.Item1))
        .Except(["aws:sagemaker/pipeline:Pipeline", "aws-native:sagemaker:Pipeline"])
        .Except(["aws:scheduler/schedule:Schedule", "aws-native:scheduler:Schedule"])
        .Except(["aws:sfn/stateMachine:StateMachine", "aws-native:stepfunctions:StateMachine"]));

    [Fact]
    public void Every_spot_flag_of_the_schemas_is_looked_at()
    {
        var flags = SchemaPlaces.Find("aws", "sagemaker", SpotFlag()).Concat(SchemaPlaces.Find("aws-native", "sagemaker", SpotFlag())).ToList();

        Assert.NotEmpty(flags);
        Assert.All(flags, flag => Assert.Contains(
            flag.Path.Replace("[]", "[0]", StringComparison.Ordinal),
            new SpotTrainingRequired().On(flag.Type, SchemaPlaces.With(flag.Path, false)).Violation()));
    }

    private static IEnumerable<(string, string)> AllPlaces() => SchemaPlaces.Find("aws", "sagemaker", InstanceType())
        .Concat(SchemaPlaces.Find("aws-native", "sagemaker", InstanceType()))
        .Where(place => !RunsNothing(place.Path));

    /// <summary>Lists of what may be chosen or is hidden in a form, and where something was placed: nothing runs because of them.</summary>
    private static bool RunsNothing(string path) =>
        path.Contains("supported", StringComparison.Ordinal)
        || path.EndsWith("hiddenInstanceTypes[]", StringComparison.Ordinal)
        || path == "runtimeConfig.placementStatus[].instanceType";

    [GeneratedRegex("instanceTypes?$", RegexOptions.IgnoreCase)]
    private static partial Regex InstanceType();

    [GeneratedRegex("managedSpot", RegexOptions.IgnoreCase)]
    private static partial Regex SpotFlag();
}
