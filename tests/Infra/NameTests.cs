using Infra.Settings;

namespace Infra.Tests;

public class NameTests
{
    [Theory]
    [InlineData("sagemaker-infra-prod-artifacts")]
    [InlineData("Team.A/project_1-Prod!")]
    public void A_physical_name_holds_only_what_every_service_takes(string name) =>
        Assert.Matches("^[a-z0-9-]+$", PlainName.Of(name));

    [Theory]
    [InlineData("sagemaker-infra-team.a-artifacts", "sagemaker-infra-team-a-artifacts")]
    [InlineData("sagemaker-infra-Prod-artifacts", "sagemaker-infra-prod-artifacts")]
    [InlineData("sagemaker-infra-a_b-artifacts", "sagemaker-infra-a.b-artifacts")]
    public void Stacks_that_differ_in_other_letters_only_share_no_physical_name(string one, string other)
    {
        Assert.NotEqual(PlainName.Distinct(one), PlainName.Distinct(other));
        Assert.Equal(PlainName.Distinct(one), PlainName.Distinct(one));
    }

    [Theory]
    [InlineData("ranking", true)]
    [InlineData("a", true)]
    [InlineData("lora-7b-v2", true)]
    [InlineData("", false)]
    [InlineData("7b", false)]
    [InlineData("Ranking", false)]
    [InlineData("ranking_v2", false)]
    [InlineData("ranking-", false)]
    [InlineData("a--b", false)]
    [InlineData("a-name-of-more-than-thirty-two-letters", false)]
    public void A_key_is_a_name_that_suits_resources_and_folders(string name, bool isValid) =>
        Assert.Equal(isValid, ResourceName.IsValid(name));
}
