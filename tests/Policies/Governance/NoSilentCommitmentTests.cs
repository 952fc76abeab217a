using Policies.Governance;
using ResourceViews.Aws.SavingsPlans;

namespace Policies.Tests.Governance;

public class NoSilentCommitmentTests
{
    private static readonly NoSilentCommitment Policy = new();

    [Fact]
    public void A_commitment_is_a_violation() => Assert.Equal(
        "trainer: commitment is 2.5 US dollars an hour, expected at most 0: it is paid for one or three years, used or not, and cannot be "
            + "given back. Buy it by hand, or raise maxHourlyCommitmentUsd.",
        Policy.On(new SavingsPlanProps { Commitment = "2.5" }).Violation());

    [Fact]
    public void Up_to_the_setting_it_is_compliant() =>
        Policy.On(new SavingsPlanProps { Commitment = "2.5" }, PropertyMap.Of(("maxHourlyCommitmentUsd", 2.5))).ShouldBeCompliant();

    [Fact]
    public void One_that_is_no_number_is_a_violation() =>
        Assert.True(Policy.On(new SavingsPlanProps { Commitment = "much" }, PropertyMap.Of(("maxHourlyCommitmentUsd", 9))).IsViolation);

    [Fact]
    public void One_that_is_not_known_yet_is_unknown() =>
        Policy.On(new SavingsPlanProps { Commitment = Known<string>.Unknown }).ShouldBeUnknown("commitment");
}
