using System.Text.Json.Nodes;
using Infra.Training.Jobs;

namespace Infra.Tests.Training.Jobs;

public class ContentNameTests
{
    [Fact]
    public void The_same_request_keeps_its_name() =>
        Assert.Equal(Name("dev", "baseline", Request(1)), Name("dev", "baseline", Request(1)));

    [Fact]
    public void Another_request_has_another_name() =>
        Assert.NotEqual(Name("dev", "baseline", Request(1)), Name("dev", "baseline", Request(2)));

    [Fact]
    public void A_name_says_whose_job_it_is() =>
        Assert.StartsWith("dev-baseline-", Name("dev", "baseline", Request(1)), StringComparison.Ordinal);

    /// <summary>Stack names have up to 100 letters, digits, hyphens, underscores and periods.</summary>
    [Theory]
    [InlineData("dev", "a", 63)]
    [InlineData("dev", "a", 32)]
    [InlineData("_", "a", 32)]
    [InlineData("Team.A_stage-", "a-name-of-thirty-two-letters-abcd", 32)]
    [InlineData("a-stack-that-is-called-something-very-long-and-goes-on-for-as-long-as-Pulumi-lets-it-------------", "x", 63)]
    [InlineData("a-stack-that-is-called-something-very-long-and-goes-on-for-as-long-as-Pulumi-lets-it-------------", "x", 32)]
    public void A_name_is_one_that_SageMaker_takes(string stack, string job, int longest)
    {
        var name = ContentName.Of(stack, job, Request(1), longest);

        Assert.InRange(name.Length, 1, longest);
        Assert.Matches("^[a-zA-Z0-9](-*[a-zA-Z0-9])*$", name);
    }

    private static string Name(string stack, string job, JsonObject request) => ContentName.Of(stack, job, request, 63);

    private static JsonObject Request(int run) => new() { ["Run"] = run };
}
