using System.Globalization;
using Bill.Columns;

namespace Bill.Engine;

/// <summary>Says how far reading is: on a terminal in one line that changes, elsewhere once.</summary>
internal sealed class Progress(TextWriter errors, bool isPlain)
{
    private const string ClearLine = "\r\e[K";
    private const decimal Megabyte = 1_000_000;

    private string subject = "";

    public void Start(ReportShape report)
    {
        var files = report.Files.Count();
        subject = string.Create(
            CultureInfo.InvariantCulture, $"Reading {files} {(files == 1 ? "file" : "files")}, {report.Bytes / Megabyte:#,0.0} MB");
        errors.Write(isPlain ? $"{subject}\n" : subject);
    }

    /// <param name="percent">Below zero while it is not known.</param>
    public void Report(double percent)
    {
        if (!isPlain && percent >= 0)
        {
            errors.Write(string.Create(CultureInfo.InvariantCulture, $"{ClearLine}{subject}: {percent:0}%"));
            errors.Flush();
        }
    }

    public void End()
    {
        if (!isPlain)
        {
            errors.Write(ClearLine);
        }
    }
}
