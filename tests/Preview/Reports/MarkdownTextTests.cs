using System.Net;
using System.Text.RegularExpressions;
using CsCheck;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Preview.Reports.Markdown;

namespace Preview.Tests.Reports;

/// <summary>Names from elsewhere stay names, whatever they hold, as a reader of Markdown with GitHub's extensions sees them.</summary>
public class MarkdownTextTests
{
    private const string Hostile = "|`*_[]()<>&@#~$\\!:/.\"'{}=+-^\r\n\t\u202e\u200b 1aZé漢";

    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseMathematics().UseTaskLists().UseFootnotes().Build();

    private static readonly Gen<string> Pieces = Gen.OneOf(
        Gen.OneOf(
            "@octocat", "</details>", "<!--", "-->", "<script>alert(1)</script>", "![x](https://example.com/x.png)", "[x](y)", "| --- |",
            "\n\n# heading\n", "```\n", "`code`", "www.example.com", "https://example.com", "#12", "org/repo#3", ":tada:", "$x$", "&lt;", "\\|", "a@b.example", "😀"),
        Gen.Char[Hostile].Array[0, 12].Select(characters => new string(characters)));

    private static readonly Gen<string> Names = Pieces.Array[1, 6].Select(string.Concat);

    [Fact]
    public void A_sentence_is_one_cell_of_text_and_says_what_it_said() => Names.Sample(name =>
    {
        var inlines = CellOf(MarkdownText.Text(name));

        Assert.All(inlines, inline => Assert.True(inline is LiteralInline or HtmlEntityInline or ContainerInline { Parent: null }, inline.GetType().Name));
        Assert.Equal(Plain(name), Plain(Said(inlines)));
    });

    [Fact]
    public void A_name_is_one_cell_of_code_and_says_what_it_said() => Names.Where(name => Plain(name).Length > 0).Sample(name =>
    {
        var inlines = CellOf(MarkdownText.Code(name));

        Assert.Equal(["<code>", "</code>"], inlines.OfType<HtmlInline>().Select(html => html.Tag));
        Assert.Empty(inlines.OfType<LinkInline>());
        Assert.Equal(Plain(name), Plain(Said(inlines)));
    });

    [Fact]
    public void Nothing_is_left_that_GitHub_would_find_in_text() => Names.Sample(name =>
    {
        var seen = WebUtility.HtmlDecode(MarkdownText.Text(name));

        Assert.DoesNotMatch(@"@[A-Za-z0-9]|#[0-9]|://|www\.|:[a-z0-9_+-]+:", seen);
    });

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        var text = MarkdownText.Text(string.Concat(Enumerable.Repeat("😀", 400)));

        Assert.Equal(string.Concat(Enumerable.Repeat("😀", 300)) + "…", text);
    }

    private static Inline[] CellOf(string cell)
    {
        var document = Markdig.Markdown.Parse($"| a | b | c |\n| --- | --- | --- |\n| x | {cell} | y |\n", GitHub);
        var table = Assert.IsType<Table>(Assert.Single(document));
        Assert.Equal(2, table.Count);
        var row = (TableRow)table[1];
        Assert.Equal(3, row.Count);
        return [.. ((TableCell)row[1]).Descendants<Inline>()];
    }

    private static string Said(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    }));

    /// <summary>Without what is not seen: white space counts once, and marks without width not at all.</summary>
    private static string Plain(string text) => Regex.Replace(Regex.Replace(text, "[\u200b\u202e]|\\p{Cc}", " "), @"\s+", "").Trim();
}
