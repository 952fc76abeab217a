using System.IO.Compression;
using System.Text;
using Bill.CommandLine;
using Bill.Files;
using Costs.Catalogue.Bulk;

namespace Bill.Columns;

/// <summary>Reads the names of the columns of a CSV file, and nothing after them.</summary>
internal static class CsvHeader
{
    /// <summary>Characters; reports with thousands of tags stay far below.</summary>
    private const int Longest = 1 << 20;

    /// <exception cref="BillException">The file has no header, or cannot be read.</exception>
    public static ImmutableArray<string> Read(ReportFile file)
    {
        try
        {
            using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var text = new StreamReader(
                file.Format == FileFormat.GzipCsv ? new GZipStream(stream, CompressionMode.Decompress) : stream, Encoding.UTF8);
            var start = new char[Longest];
            var header = new CsvRows(new StringReader(new(start, 0, text.ReadBlock(start)))).Read();
            return header is null || header.All(string.IsNullOrWhiteSpace)
                ? throw new BillException($"{file.Path} has no header. A report begins with the names of its columns.")
                : [.. header];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new BillException($"{file.Path} cannot be read: {fault.Message}");
        }
    }
}
