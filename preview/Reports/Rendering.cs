using System.Collections.Immutable;
using System.Text;
using Preview.CommandLine;
using Preview.Reports.Html;
using Preview.Reports.Markdown;
using Preview.Reports.Sarif;
using Preview.Verdicts;

namespace Preview.Reports;

/// <summary>A form that a verdict can be written in.</summary>
/// <param name="Kind">The word for it in --report.</param>
/// <param name="Render">The whole file, in UTF-8. Decides nothing: all that it says is in the verdict.</param>
internal sealed record Rendering(string Kind, Func<Verdict, ReadOnlyMemory<byte>> Render)
{
    /// <summary>Whether it is read by somebody who did not ask for it, and is better left out where it has nothing to say.</summary>
    public bool IsComment { get; init; }

    /// <summary>All that --report offers.</summary>
    public static ImmutableArray<Rendering> All { get; } =
    [
        new("json", JsonReport.Of),
        Text("markdown", MarkdownReport.Of) with { IsComment = true },
        new("sarif", SarifReport.Of),
        new("junit", JUnitReport.Of),
        Text("html", HtmlReport.Of),
    ];

    /// <exception cref="UserErrorException">There is no such kind.</exception>
    public static Rendering Find(string kind) => All.FirstOrDefault(rendering => rendering.Kind == kind)
        ?? throw UserErrorException.Usage(
            $"--report {kind}=FILE is not offered; the kinds are {string.Join(", ", All.Select(rendering => rendering.Kind))}, and {ReportRequest.GitHub} without a file."
            + Spelling.Suggest(kind, All.Select(rendering => rendering.Kind)));

    private static Rendering Text(string kind, Func<Verdict, string> render) => new(kind, verdict => Encoding.UTF8.GetBytes(render(verdict)));
}
