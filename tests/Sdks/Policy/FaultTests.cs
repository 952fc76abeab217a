using Pulumi.Policy;

namespace Sdks.Tests.Policy;

/// <summary>The author of a policy that throws sees one line: it has to tell where.</summary>
public class FaultTests
{
    [Fact]
    public void The_line_of_the_policy_is_named_not_that_of_a_library() => Assert.Matches(
        @"failed on models \(aws:s3/bucket:Bucket\): InvalidOperationException: Sequence contains no elements "
        + @"\(at Sdks\.Tests\.Policy\.FaultTests\.FirstOf, FaultTests\.cs:\d+\)\n",
        Analyze(_ => FirstOf([])));

    [Fact]
    public void What_kept_a_field_from_being_set_up_is_named() => Assert.Matches(
        @"FormatException: [^\n]*'many'[^\n]*\(at [^\n]*Broken\.\.cctor, FaultTests\.cs:\d+\)\n",
        Analyze(_ => Verdict.Violation($"{Broken.Most}")));

    private static string Analyze(Func<ResourceContext, Verdict> check) =>
        Engine.Host(new TestPolicy("p", check)).Analyze(Engine.Request()).Diagnostics.Single().Message;

    private static Verdict FirstOf(IEnumerable<Verdict> verdicts) => verdicts.First();

    private static class Broken
    {
        public static readonly int Most = int.Parse("many", System.Globalization.CultureInfo.InvariantCulture);
    }
}
