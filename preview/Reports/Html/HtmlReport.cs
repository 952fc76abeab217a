using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Preview.Engine;
using Preview.Verdicts;

namespace Preview.Reports.Html;

/// <summary>A verdict as one page without scripts that needs nothing but itself: no network, no other file.</summary>
internal static class HtmlReport
{
    public static string Of(Verdict verdict)
    {
        var title = $"{verdict.Word}: {verdict.Project}/{verdict.Stack}";
        var page = Element.Of(
            "html",
            Element.Attribute("lang", "en"),
            Element.Of(
                "head",
                Element.Of("meta", Element.Attribute("charset", "utf-8")),
                // Should a name ever get through as markup, it would still load and run nothing.
                Element.Of(
                    "meta", Element.Attribute("http-equiv", "Content-Security-Policy"),
                    Element.Attribute("content", $"default-src 'none'; style-src 'sha256-{HashOf(HtmlStyle.Text)}'; base-uri 'none'; form-action 'none'")),
                Element.Of("meta", Element.Attribute("name", "viewport"), Element.Attribute("content", "width=device-width, initial-scale=1")),
                Element.Of("meta", Element.Attribute("name", "color-scheme"), Element.Attribute("content", "light dark")),
                Element.Of("title", title),
                Element.Of("style", HtmlStyle.Text)),
            Element.Of(
                "body",
                Element.Of("a", Element.Attribute("class", "skip"), Element.Attribute("href", "#findings"), "To what was found"),
                Header(verdict),
                Element.Of("main", Element.Attribute("id", "findings"), Sections(verdict))));
        return $"<!DOCTYPE html>\n{page.ToString().ReplaceLineEndings("\n")}\n";
    }

    private static XElement Header(Verdict verdict)
    {
        var parts = Headline.Parts(verdict, name => name).ToArray();
        return Element.Of(
            "header",
            Element.Attribute("class", verdict.Outcome.ToString().ToLowerInvariant()),
            Element.Of("p", $"{verdict.Project}/{verdict.Stack}"),
            Element.Of("h1", Element.Of("span", Element.Attribute("aria-hidden", "true"), SymbolOf(verdict.Outcome)), $" {verdict.Word}: {parts[0]}"),
            Element.Of("ul", parts[1..].Select(part => Element.Of("li", part))));
    }

    private static IEnumerable<XElement?> Sections(Verdict verdict)
    {
        var failures = verdict.Failures.ToImmutableArray();
        yield return failures.IsEmpty ? null : Section("What failed", HtmlTable.Of(
            "Errors", ["Resource", "Error"],
            failures.Select(failure => (ImmutableArray<object?>)[failure.Urn.Length == 0 ? "" : Urn.NameOf(failure.Urn), failure.Message])));
        yield return verdict.Blocking.IsEmpty ? null : Section($"What blocks ({verdict.Blocking.Length})", HtmlFindings.Table("Mandatory violations", verdict.Blocking));
        XElement?[] charts = [Charts.ByCategory(verdict), Charts.ByResource(verdict), Charts.ByPolicy(verdict)];
        yield return charts.All(chart => chart is null) ? null : Section("At a glance", charts);
        yield return verdict.Changes.IsEmpty ? null : Section(
            verdict.Run.Baseline is { WhyNone: null } ? "What changes" : "What is created",
            HtmlTable.Folded(Summary.Plural(verdict.Changes.Length, "resource"), HtmlFindings.Changes(verdict.Changes)));
        yield return HtmlFindings.Others(verdict) is { Length: > 0 } others ? Section("What else was found", others) : null;
        yield return HtmlFigures.Of(verdict) is { Length: > 0 } figures ? Section("What the figures rest on", figures) : null;
    }

    private static XElement Section(string title, params object?[] content) => Element.Of("section", Element.Of("h2", title), content);

    private static string SymbolOf(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "✓",
        Outcome.Blocked => "✕",
        _ => "!",
    };

    private static string HashOf(string style) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
}
