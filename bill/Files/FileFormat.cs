using Bill.CommandLine;

namespace Bill.Files;

/// <summary>How a report is stored.</summary>
internal enum FileFormat
{
    Csv,
    GzipCsv,
    Parquet,
}

/// <summary>Tells the format of a file by how it begins; names of files may say anything.</summary>
internal static class FileFormats
{
    private const int Longest = 4;

    /// <exception cref="BillException">The file cannot be read, is empty, or is something that is recognised and not read.</exception>
    public static FileFormat Detect(string path)
    {
        Span<byte> start = stackalloc byte[Longest];
        int length;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            length = file.ReadAtLeast(start, Longest, throwOnEndOfStream: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BillException($"{path} cannot be read: {fault.Message}");
        }

        return start[..length] switch
        {
            [] => throw new BillException($"{path} is empty. A report has at least a header; was its download interrupted?"),
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => FileFormat.Parquet,
            [0x1f, 0x8b, ..] => FileFormat.GzipCsv,
            [(byte)'P', (byte)'K', 3, 4, ..] => throw new BillException(
                $"{path} is a ZIP archive. Unpack it and give the CSV file in it; gzip and Parquet are read as they are."),
            [(byte)'{' or (byte)'[', ..] => throw new BillException(
                $"{path} is JSON. If it is the manifest of a report, give the files it lists; accepted are CSV, gzip CSV and Parquet."),
            _ => FileFormat.Csv,
        };
    }

    public static string Name(FileFormat format) => format switch
    {
        FileFormat.Csv => "CSV",
        FileFormat.GzipCsv => "gzip CSV",
        _ => "Parquet",
    };
}
