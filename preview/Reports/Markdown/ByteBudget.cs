using System.Collections.Immutable;
using System.Text;

namespace Preview.Reports.Markdown;

/// <summary>Fits the sections of a comment into the bytes that it may have, by leaving out rows and never a part of one.</summary>
internal static class ByteBudget
{
    /// <summary>What GitHub takes as a comment. It counts characters, of which there are never more than bytes.</summary>
    public const int Comment = 65_536;

    /// <param name="sections">As they are read. What is read last is worth least, so its rows go first.</param>
    /// <param name="bytes">That there are.</param>
    public static string Fit(ImmutableArray<Section> sections, int bytes)
    {
        var rows = sections.Select(section => section.Rows.Length).ToArray();
        var size = sections.Sum(Size);
        for (var i = sections.Length - 1; i >= 0 && size > bytes; i--)
        {
            var section = sections[i];
            for (var left = rows[i] - 1; left >= 0 && size > bytes; left--)
            {
                rows[i] = left;
                size += MoreSize(section, left) - MoreSize(section, left + 1) - RowSize(section.Rows[left]);
            }
        }

        var text = new StringBuilder(size);
        foreach (var (section, kept) in sections.Zip(rows))
        {
            section.Append(text, kept);
        }

        return text.ToString();
    }

    private static int Size(Section section) =>
        Encoding.UTF8.GetByteCount(section.Head) + section.Rows.Sum(RowSize) + MoreSize(section, section.Rows.Length)
        + Encoding.UTF8.GetByteCount(section.Foot);

    private static int MoreSize(Section section, int kept) => kept == section.Count ? 0 : RowSize(section.More(section.Count - kept));

    private static int RowSize(string row) => Encoding.UTF8.GetByteCount(row) + 1;
}
