using System.Text;
using Bill.Classification;
using Bill.Columns;
using Bill.CommandLine;
using Bill.Engine;
using Bill.Files;
using Bill.Reports;
using Bill.Savings;
using Costs.Catalogue;

namespace Bill;

/// <summary>
/// The whole Main: reads the command line and the bill, prints the report. The result goes to stdout, all else to stderr.
/// </summary>
internal static class BillCommand
{
    /// <param name="isPlain">Whether the error stream is no terminal: then progress is lines that stay.</param>
    public static int Run(string[] words, Stream output, TextWriter errors, bool isPlain)
    {
        // No mark of the byte order: what is printed may be the input of another program.
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        try
        {
            return (int)BillCommandLine.Invoke(words, text, errors, arguments => Run(arguments, text, errors, isPlain));
        }
        catch (BillException fault)
        {
            errors.WriteLine($"error: {fault.Message}");
            return (int)fault.ExitCode;
        }
        catch (Exception fault)
        {
            // The last boundary: whatever gets here is a defect of this program.
            errors.WriteLine($"internal error: {fault}");
            return (int)ExitCode.Internal;
        }
    }

    private static ExitCode Run(Arguments arguments, TextWriter output, TextWriter errors, bool isPlain)
    {
        if (arguments.AthenaTable is { } table)
        {
            output.Write(ClassificationStatement.ForAthena(table));
            return ExitCode.Success;
        }

        var prices = Prices(arguments.PriceFile);
        var files = ReportFiles.Find(arguments.Reports);
        using var database = BillDatabase.Open();
        var report = ReportShape.Of(files, database.ColumnsOf);
        foreach (var line in ShapeText.Lines(report))
        {
            errors.WriteLine(line);
        }

        var import = database.Import(report, new Progress(errors, isPlain));
        var analysis = Analysis.Of(database.Classify(), prices);
        var result = new BillReport(report, import, analysis);
        output.Write(arguments.Json ? JsonReport.Of(result) : TextReport.Of(result));
        return ExitCode.Success;
    }

    private static PriceBook Prices(string? file)
    {
        try
        {
            return PriceBook.Open(file);
        }
        catch (PriceListException fault)
        {
            throw new BillException($"--prices: {fault.Message}", ExitCode.Usage);
        }
    }
}
