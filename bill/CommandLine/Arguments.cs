using System.CommandLine;

namespace Bill.CommandLine;

/// <summary>What the user asked for.</summary>
/// <param name="Reports">Files and patterns.</param>
/// <param name="AthenaTable">Where the bill lies in Athena; null: files are read.</param>
/// <param name="PriceFile">A price list in place of a built-in one; null: the built-in ones.</param>
internal sealed record Arguments(ImmutableArray<string> Reports, string? AthenaTable, string? PriceFile, bool Json);

/// <summary>Reads the command line.</summary>
internal sealed class BillCommandLine
{
    private readonly Argument<string[]> reports = new("FILE|GLOB")
    {
        Description = "Cost and usage reports (CSV, gzip or Parquet): files, or patterns such as \"reports/**/*.csv.gz\".",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> athena = new("--athena")
    {
        Description = "Print the statement that classifies this table in Athena, and read nothing.",
        HelpName = "DATABASE.TABLE",
    };

    private readonly Option<string?> prices = new("--prices")
    {
        Description = "A price list (costs/Catalogue/README.md) in place of the built-in one of its Region.",
        HelpName = "FILE",
    };

    private readonly Option<bool> json = new("--json", "-j") { Description = "One JSON document instead of text (docs/bill.md)." };

    /// <summary>Runs <paramref name="run"/> with the arguments, or prints help, the version, or what is wrong with them.</summary>
    public static ExitCode Invoke(string[] words, TextWriter output, TextWriter errors, Func<Arguments, ExitCode> run)
    {
        var line = new BillCommandLine();
        var root = new RootCommand(
            "Breaks an AWS Cost and Usage Report down into training, inference, storage and data transfer, names what is wasted, and "
            + "estimates what each strategy would save. Nothing leaves this machine.\n\n"
            + "Exit codes: 0 fine; 1 a report cannot be read or is none; 2 usage; 255 internal error.")
        {
            line.reports, line.athena, line.prices, line.json,
        };
        root.SetAction(parsed => (int)run(line.Read(parsed)));
        var result = root.Parse(words);
        if (result.Errors.Count > 0)
        {
            throw new BillException(string.Join(" ", result.Errors.Select(error => error.Message)) + " See --help.", ExitCode.Usage);
        }

        return (ExitCode)result.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
        });
    }

    private Arguments Read(ParseResult parsed)
    {
        var arguments = new Arguments(
            [.. parsed.GetValue(reports) ?? []], parsed.GetValue(athena), parsed.GetValue(prices), parsed.GetValue(json));
        return arguments switch
        {
            { Reports: var named } when named.FirstOrDefault(name => name.StartsWith('-')) is { } option => throw new BillException(
                $"There is no option {option}. See --help. For a file of that name say ./{option}", ExitCode.Usage),
            { Reports: [], AthenaTable: null } => throw new BillException(
                "No report is named. Give files or patterns, for example \"reports/*.csv.gz\", or --athena DATABASE.TABLE. See --help.",
                ExitCode.Usage),
            { Reports: [_, ..], AthenaTable: not null } => throw new BillException(
                $"--athena prints a statement and reads no file; found {arguments.Reports[0]} too. Give one of them.", ExitCode.Usage),
            { AthenaTable: not null, Json: true } => throw new BillException(
                "--athena prints a statement, which is no JSON; leave --json out.", ExitCode.Usage),
            _ => arguments,
        };
    }
}
