using Infra.Settings;

namespace Infra.Tests.Settings;

public class SuggestionTests
{
    private static readonly string[] Known = ["budgets", "environment", "storage", "trainingFamilies"];

    [Theory]
    [InlineData("traningFamilies", "trainingFamilies")]
    [InlineData("TRAININGFAMILIES", "trainingFamilies")]
    [InlineData("budget", "budgets")]
    [InlineData("enviroment", "environment")]
    public void A_slip_of_the_keyboard_is_recognised(string typed, string meant) =>
        Assert.Equal(meant, Suggestion.For(typed, Known));

    [Theory]
    [InlineData("network")]
    [InlineData("x")]
    public void Another_word_is_not_taken_for_one_of_ours(string typed) => Assert.Null(Suggestion.For(typed, Known));
}
