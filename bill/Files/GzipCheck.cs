using System.IO.Compression;
using Bill.CommandLine;

namespace Bill.Files;

/// <summary>
/// Reads compressed files to their end. DuckDB takes one that is cut off for one that ends there, which would lose lines without a word.
/// So does .NET, unless the project sets System.IO.Compression.UseStrictValidation.
/// </summary>
internal static class GzipCheck
{
    /// <exception cref="BillException">A file is damaged or cut off.</exception>
    public static void Run(IEnumerable<ReportFile> files)
    {
        foreach (var file in files.Where(file => file.Format == FileFormat.GzipCsv))
        {
            try
            {
                using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using var gzip = new GZipStream(stream, CompressionMode.Decompress);
                gzip.CopyTo(Stream.Null, bufferSize: 1 << 16);
            }
            catch (Exception fault) when (fault is IOException or InvalidDataException)
            {
                throw new BillException($"{file.Path} cannot be read: {fault.Message} Was its download interrupted?");
            }
        }
    }
}
