using Infra.Governance;
using Infra.Tests.Builders;

namespace Infra.Tests.Governance;

public class BudgetFilterTests
{
    private static readonly CostTags Tags = new("ml", "prod");

    [Fact]
    public void Without_active_tags_a_total_counts_the_named_services() => Assert.Equal(
        "the whole account's Amazon SageMaker, EC2 - Other",
        Count(Valid.Budget with { Services = ["Amazon SageMaker", "EC2 - Other"] }, tagsAreActive: false));

    [Fact]
    public void With_them_it_counts_the_stack() =>
        Assert.Equal("tag environment = prod and tag team = ml", Count(Valid.Budget, tagsAreActive: true));

    [Theory]
    [InlineData("training", "Amazon SageMaker and usage types with Train, Processing, Notebk, Studio, Tuning of the whole account")]
    [InlineData("inference", "Amazon SageMaker and usage types with Host, Serverless, Async, Transform of the whole account")]
    [InlineData("storage", "the whole account's Amazon Simple Storage Service")]
    public void A_category_is_told_by_service_and_usage_type_until_tags_are_active(string category, string counted)
    {
        Assert.Equal(counted, Count(Valid.Budget with { Category = category }, tagsAreActive: false));
        Assert.Equal(
            $"tag environment = prod and tag cost-category = {category}", Count(Valid.Budget with { Category = category }, tagsAreActive: true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Traffic_carries_no_tag(bool tagsAreActive) => Assert.Equal(
        "usage types with DataTransfer, NatGateway, VpcEndpoint of the whole account",
        Count(Valid.Budget with { Category = CostCategory.DataTransfer }, tagsAreActive));

    private static string Count(BudgetSettings settings, bool tagsAreActive) => BudgetFilter.For(settings, Tags, tagsAreActive).ToString();
}
