using Bill.CommandLine;
using Bill.Files;

namespace Bill.Columns;

/// <summary>What the files of a run are, before any of their lines is read.</summary>
/// <param name="Parts">Files with the same header, together.</param>
internal sealed record ReportShape(ImmutableArray<ReportPart> Parts)
{
    public ColumnLayout Layout => Parts[0].Columns.Layout;

    public IEnumerable<ReportFile> Files => Parts.SelectMany(part => part.Files);

    public long Bytes => Files.Sum(file => file.Bytes);

    /// <exception cref="BillException">A file is no report, or the files do not belong together.</exception>
    public static ReportShape Of(ImmutableArray<ReportFile> files, Func<ReportFile, ImmutableArray<string>> columnsOf)
    {
        var first = files[0];
        var described = files.Select(file => (File: file, Columns: ColumnMapping.Of(file.Path, columnsOf(file)))).ToList();
        foreach (var (file, columns) in described)
        {
            if ((file.Format == FileFormat.Parquet) != (first.Format == FileFormat.Parquet))
            {
                throw Mixed(first, FileFormats.Name(first.Format), file, FileFormats.Name(file.Format));
            }

            if (columns.Layout != described[0].Columns.Layout)
            {
                throw Mixed(first, $"{described[0].Columns.Layout.Name} columns", file, $"{columns.Layout.Name} columns");
            }
        }

        return new(
        [
            .. from entry in described
               group entry by string.Join('\n', entry.Columns.Header) into part
               select new ReportPart([.. part.Select(entry => entry.File)], part.First().Columns),
        ]);
    }

    private static BillException Mixed(ReportFile first, string firstIs, ReportFile other, string otherIs) => new(
        $"{first.Path} is {firstIs} and {other.Path} is {otherIs}: two exports may tell of the same money, which would count twice. "
        + "Give the files of one export.",
        ExitCode.Usage);
}

/// <summary>Files with the same header.</summary>
internal sealed record ReportPart(ImmutableArray<ReportFile> Files, ColumnMapping Columns);
