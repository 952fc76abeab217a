using Preview.Policies;
using Preview.Tests.Builders;
using Preview.Verdicts;

namespace Preview.Tests.Verdicts;

/// <summary>One text of the protocol becomes the columns of a table.</summary>
public class MessagePartsTests
{
    [Theory]
    [InlineData("data: versioning is off, expected Enabled. Turn it on.", "versioning is off", "Enabled", "Turn it on.")]
    [InlineData("data: logs are kept for ever. Set a limit. It may be 30 days.", "logs are kept for ever", null, "Set a limit. It may be 30 days.")]
    [InlineData("data: definition.States.Train is wrong.", "definition.States.Train is wrong", null, null)]
    [InlineData("There are 9 buckets, accepted are 5.", "There are 9 buckets, accepted are 5", null, null)]
    [InlineData("use v1. or v2", "use v1. or v2", null, null)]
    public void A_message_is_what_was_found_what_is_allowed_and_what_to_do(string message, string found, string? allowed, string? fix) =>
        Assert.Equal(new MessageParts(found, allowed, fix), Parts(message));

    [Theory]
    [InlineData(CannotTell, "can't run policy 'p': value at .acl can't be known during preview", null)]
    [InlineData(
        $"{CannotTell}\nKnown once aws:s3/bucket:Bucket data is deployed.",
        "can't run policy 'p': value at .acl can't be known during preview",
        "Known once aws:s3/bucket:Bucket data is deployed.")]
    [InlineData(
        $"Notebooks are small.\n{CannotTell}, and the setting unknown of the policy is violation.\n.a: Later. Or soon.\n.b: Soon.",
        "can't run policy 'p': value at .acl can't be known during preview, and the setting unknown of the policy is violation",
        ".a: Later. Or soon. .b: Soon.")]
    public void What_cannot_be_told_is_what_was_found_and_what_makes_it_known_is_what_to_do(string message, string found, string? fix) =>
        Assert.Equal(new MessageParts(found, null, fix), Parts(message));

    [Fact]
    public void The_description_that_a_message_repeats_is_left_out() =>
        Assert.Equal(new("it is large", "a small one", null), Parts("Notebooks are small.\ndata: it is large, expected a small one."));

    [Fact]
    public void The_note_of_an_exemption_is_left_out()
    {
        var finding = Findings.Of(
            new() { Description = "Notebooks are small.", Message = "Notebooks are small.\nexempt until 2027-01-01, owner: ml, reason: a test\ndata: it is large." },
            Plans.Notebook("data").Urn);

        Assert.Equal("it is large", MessageParts.Of(finding, "data").Found);
    }

    [Fact]
    public void Where_there_is_only_a_description_it_is_what_was_found() =>
        Assert.Equal("Notebooks are small", Parts("Notebooks are small.").Found);

    private const string CannotTell = "can't run policy 'p': value at .acl can't be known during preview";

    private static MessageParts Parts(string message) =>
        MessageParts.Of(Plans.Finding(Plans.Notebook("data"), message: message), "data");
}
