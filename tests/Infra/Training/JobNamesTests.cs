using CsCheck;
using Infra.Training;

namespace Infra.Tests.Training;

public class JobNamesTests
{
    private const string Uuid = "01234567-89ab-cdef-0123-456789abcdef";

    [Fact]
    public void Short_names_are_kept_so_that_people_recognise_their_jobs() =>
        Assert.Equal("prod--ranking--spot-", JobNames.Of("prod", "ranking").Spot);

    [Theory]
    [InlineData("prod", "a-family-with-a-rather-long-name")]
    [InlineData("a.stack_with.odd_CHARACTERS-and-quite-some-length-to-it", "ranking")]
    [InlineData("___", "r")]
    [InlineData("Prod", "ranking")]
    [InlineData("prod-", "-")]
    public void Every_name_is_one_that_SageMaker_accepts(string stack, string family)
    {
        var names = JobNames.Of(stack, family);

        Assert.Matches("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$", names.Spot + Uuid);
        Assert.Matches("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$", names.OnDemand + Uuid);
    }

    [Fact]
    public void Names_that_begin_alike_stay_apart() => Assert.NotEqual(
        JobNames.Of("prod", "a-family-with-a-rather-long-name").Prefix,
        JobNames.Of("prod", "a-family-with-a-rather-long-nam").Prefix);

    /// <summary>Roles are limited to the jobs whose names begin like their own.</summary>
    [Theory]
    [InlineData("prod", "a", "prod", "a-spot-b")]
    [InlineData("prod", "a", "prod-a", "b")]
    [InlineData("prod-a", "b", "prod", "a-b")]
    [InlineData("a", "b", "a--b--spot-c", "d")]
    public void No_family_s_jobs_are_named_like_those_of_another(string stack, string family, string otherStack, string otherFamily)
    {
        Assert.False(Covers(JobNames.Of(stack, family), JobNames.Of(otherStack, otherFamily)));
        Assert.False(Covers(JobNames.Of(otherStack, otherFamily), JobNames.Of(stack, family)));
    }

    [Fact]
    public void Nor_are_those_of_any_other_stack()
    {
        var stacks = Gen.OneOf("a", "b", "-", "--", "spot", "-spot-", ".", "A").Array[1, 5].Select(string.Concat);
        var families = Gen.OneOf("a", "b", "-spot-b", "-a", "-full").Array[0, 4].Select(parts => "f" + string.Concat(parts));

        Gen.Select(stacks, families, stacks, families).Sample((stack, family, otherStack, otherFamily) =>
            (stack, family) == (otherStack, otherFamily)
            || !Covers(JobNames.Of(stack, family), JobNames.Of(otherStack, otherFamily)));
    }

    private static bool Covers(JobNames one, JobNames other) =>
        (other.Spot + Uuid).StartsWith(one.Spot, StringComparison.Ordinal)
        || (other.OnDemand + Uuid).StartsWith(one.OnDemand, StringComparison.Ordinal);
}
