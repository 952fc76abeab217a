using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Preview.Policies;
using Preview.Verdicts;
using Pulumirpc;

namespace Preview.Reports;

/// <summary>A verdict as test results, which every CI system shows: a suite for each pack, a case for each policy.</summary>
internal sealed class JUnitReport
{
    private readonly Verdict verdict;
    private readonly XmlWriter xml;

    private JUnitReport(Verdict verdict, XmlWriter xml) => (this.verdict, this.xml) = (verdict, xml);

    /// <summary>The document as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Of(Verdict verdict)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            new JUnitReport(verdict, xml).Write();
        }

        return stream.ToArray();
    }

    private void Write()
    {
        ImmutableArray<Suite> suites = [PlanSuite(), .. PackSuites()];
        xml.WriteStartElement("testsuites");
        Attribute("name", $"{verdict.Project}/{verdict.Stack}");
        Counts(suites.SelectMany(suite => suite.Cases));
        Attribute("time", verdict.Run.Duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
        foreach (var suite in suites)
        {
            xml.WriteStartElement("testsuite");
            Attribute("name", suite.Name);
            Counts(suite.Cases);
            foreach (var one in suite.Cases)
            {
                Write(suite, one);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Write(Suite suite, Case one)
    {
        xml.WriteStartElement("testcase");
        Attribute("classname", suite.Name);
        Attribute("name", one.Name);
        Attribute("time", "0");
        if (one.Result != CaseResult.Passed)
        {
            xml.WriteStartElement(one.Result switch
            {
                CaseResult.Failed => "failure",
                CaseResult.Error => "error",
                _ => "skipped",
            });
            Attribute("message", one.Lines[0]);
            if (one.Result != CaseResult.Skipped)
            {
                Attribute("type", one.Result == CaseResult.Failed ? "mandatory" : "error");
                xml.WriteString(XmlText.Of(string.Join('\n', one.Lines)));
            }

            xml.WriteEndElement();
        }

        if (one.Notes.Length > 0)
        {
            xml.WriteElementString("system-out", XmlText.Of(string.Join('\n', one.Notes)));
        }

        xml.WriteEndElement();
    }

    private void Counts(IEnumerable<Case> cases)
    {
        var results = cases.CountBy(one => one.Result).ToDictionary();
        Attribute("tests", Number(results.Values.Sum()));
        Attribute("failures", Number(results.GetValueOrDefault(CaseResult.Failed)));
        Attribute("errors", Number(results.GetValueOrDefault(CaseResult.Error)));
        Attribute("skipped", Number(results.GetValueOrDefault(CaseResult.Skipped)));
    }

    /// <summary>Whether there is a whole plan to judge.</summary>
    private Suite PlanSuite()
    {
        ImmutableArray<string> failures = [.. verdict.Failures.Select(FindingText.Of)];
        ImmutableArray<string> warnings = [.. verdict.DiagnosedWarnings.Select(FindingText.Of)];
        return new("preview",
        [
            verdict.Outcome != Outcome.Failed ? new("plan", CaseResult.Passed, [], warnings)
                : new("plan", CaseResult.Error, failures.IsEmpty ? ["The preview failed."] : failures, warnings),
        ]);
    }

    private IEnumerable<Suite> PackSuites()
    {
        var findings = verdict.Findings.ToLookup(judged => (judged.Finding.Pack, judged.Finding.Policy));
        var levels = verdict.Run.Packs.ToDictionary(pack => pack.Name, pack => pack.Levels, StringComparer.Ordinal);
        // Of a preview that somebody else ran only the findings are known.
        var policies = verdict.Run.Packs.SelectMany(pack => pack.Info.Policies, (pack, policy) => (pack.Name, policy.Name))
            .Union(findings.Select(group => group.Key));
        return
            from policy in policies
            group policy.Item2 by policy.Item1 into pack
            orderby pack.Key
            select new Suite(pack.Key,
            [
                .. pack.Order(StringComparer.Ordinal).Select(policy => CaseOf(
                    policy,
                    levels.GetValueOrDefault(pack.Key)?.GetValueOrDefault(policy) ?? EnforcementLevel.Mandatory,
                    [.. findings[(pack.Key, policy)]])),
            ]);
    }

    private Case CaseOf(string policy, EnforcementLevel level, ImmutableArray<JudgedFinding> findings)
    {
        ImmutableArray<string> blocking = Texts(findings, FindingKind.Mandatory);
        ImmutableArray<string> unknown = Texts(findings, FindingKind.CannotTellYet);
        ImmutableArray<string> notes =
        [
            .. Texts(findings, FindingKind.Advisory).Select(text => $"warning: {text}"),
            .. findings.Where(judged => judged.Finding.Kind == FindingKind.Exempt)
                .Select(judged => $"exempt: {Text(judged)} Accepted: {FindingText.WhyAccepted(judged.Finding)}"),
            .. Texts(findings, FindingKind.Known).Select(text => $"known: {text}"),
        ];
        return (blocking, unknown) switch
        {
            ({ Length: > 0 }, _) => new(policy, CaseResult.Failed, blocking, [.. notes, .. unknown.Select(text => $"cannot tell yet: {text}")]),
            (_, { Length: > 0 }) => new(policy, CaseResult.Skipped, [$"Cannot tell before deployment: {unknown[0]}"], [.. notes, .. unknown.Skip(1)]),
            _ when level == EnforcementLevel.Disabled => new(policy, CaseResult.Skipped, ["The policy is disabled."], notes),
            _ when verdict.Outcome == Outcome.Failed => new(policy, CaseResult.Skipped, ["The preview failed before everything was judged."], notes),
            _ => new(policy, CaseResult.Passed, [], notes),
        };
    }

    private static ImmutableArray<string> Texts(ImmutableArray<JudgedFinding> findings, FindingKind kind) =>
        [.. findings.Where(judged => judged.Finding.Kind == kind).Select(Text)];

    private static string Text(JudgedFinding judged) => $"{(judged.Place is { } place ? $"{place}: " : "")}{FindingText.Of(judged)}";

    private void Attribute(string name, string value) => xml.WriteAttributeString(name, XmlText.Of(value));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Suite(string Name, ImmutableArray<Case> Cases);

    /// <param name="Name">Of the policy.</param>
    /// <param name="Result">What came out.</param>
    /// <param name="Lines">Why; none where it passed.</param>
    /// <param name="Notes">What does not change the result.</param>
    private sealed record Case(string Name, CaseResult Result, ImmutableArray<string> Lines, ImmutableArray<string> Notes);

    private enum CaseResult
    {
        Passed,
        Failed,
        Error,
        Skipped,
    }
}
