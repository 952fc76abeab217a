using Costs.Sizing;

namespace Costs.Tests.Sizing;

public class InstanceNameTests
{
    [Theory]
    [InlineData("ml.p2.xlarge", true)]
    [InlineData("ml.p6e-gb200.36xlarge", true)]
    [InlineData("ml.p9.xlarge", true)]
    [InlineData("ml.g5.xlarge", false)]
    [InlineData("ml.m5.large", false)]
    public void The_p_family_is_told_by_its_name(string type, bool isPFamily) =>
        Assert.Equal(isPFamily, InstanceName.Parse(type)!.Value.IsPFamily);

    [Theory]
    [InlineData("ml.trn1n.32xlarge", true)]
    [InlineData("ml.t3.medium", false)]
    public void Trainium_is_told_by_its_name(string type, bool isTrainium) =>
        Assert.Equal(isTrainium, InstanceName.Parse(type)!.Value.IsTrainium);

    [Theory]
    [InlineData("")]
    [InlineData("system")]
    [InlineData("m5.large")]
    [InlineData("ml.large")]
    [InlineData("ml..large")]
    [InlineData("ml.m5.")]
    public void What_is_not_a_name_of_a_type_has_no_parts(string text) => Assert.Null(InstanceName.Parse(text));
}
