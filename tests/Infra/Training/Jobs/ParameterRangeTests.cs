using Infra.Training.Jobs;

namespace Infra.Tests.Training.Jobs;

public class ParameterRangeTests
{
    [Theory]
    [InlineData("1 to 10", "1", "10", true, "Auto")]
    [InlineData("-5 to 5", "-5", "5", true, "Auto")]
    [InlineData("0.001 to 0.1", "0.001", "0.1", false, "Auto")]
    [InlineData("1 to 10.5", "1", "10.5", false, "Auto")]
    [InlineData("1e-5 to 1e-1, logarithmic", "1e-5", "1e-1", false, "Logarithmic")]
    [InlineData("1 to 1000,logarithmic", "1", "1000", true, "Logarithmic")]
    public void Two_numbers_are_an_interval(string text, string min, string max, bool isWhole, string scaling) =>
        Assert.Equal(new Interval(min, max, isWhole, scaling), ParameterRange.Parse(text));

    [Fact]
    public void Values_with_commas_between_them_are_a_choice() =>
        Assert.Equal(["adam", "sgd", "7"], Assert.IsType<Choice>(ParameterRange.Parse("adam, sgd,7")).Values);

    [Theory]
    [InlineData("")]
    [InlineData("adam")]
    [InlineData("10 to 1")]
    [InlineData("1 to 1")]
    [InlineData("a to b")]
    [InlineData("1 to 10, sideways")]
    [InlineData("0 to 10, logarithmic")]
    [InlineData("adam, adam")]
    [InlineData("adam,,sgd")]
    public void Anything_else_is_none(string text) => Assert.False(ParameterRange.TryParse(text, out _));
}
