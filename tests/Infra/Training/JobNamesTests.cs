using Infra.Training;

namespace Infra.Tests.Training;

public class JobNamesTests
{
    private const string Uuid = "01234567-89ab-cdef-0123-456789abcdef";

    [Fact]
    public void Short_names_are_kept_so_that_people_recognise_their_jobs() =>
        Assert.Equal("prod-ranking-spot-", JobNames.Of("prod", "ranking").Spot);

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
}
