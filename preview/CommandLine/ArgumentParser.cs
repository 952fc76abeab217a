using System.Collections.Immutable;
using System.Globalization;

namespace Preview.CommandLine;

/// <summary>Reads the command line.</summary>
/// <remarks>A library for this costs 50 ms at each start, a tenth of the time a whole preview may take.</remarks>
internal static class ArgumentParser
{
    private const string PreviewCommand = "preview";
    private const string ExplainCommand = "explain";
    private const string AdviseCommand = "advise";
    private const string ReportCommand = "report";
    private const string PricesCommand = "prices";

    public const string WatchOption = "--watch";

    /// <summary>Commands that run a program.</summary>
    private static readonly ImmutableArray<Command> Running = [Command.Preview, Command.Explain, Command.Advise];

    /// <summary>Commands that come to a verdict.</summary>
    private static readonly ImmutableArray<Command> Judging = [Command.Preview, Command.Report];

    /// <summary>Commands that price something.</summary>
    private static readonly ImmutableArray<Command> Pricing = [.. Running, Command.Report];

    private static readonly ImmutableArray<Command> Every = [.. Pricing, Command.Prices];

    private static readonly ImmutableArray<Option> Options =
    [
        Option.Value("--stack", "-s", Running, (arguments, value) => arguments with { Stack = value }),
        Option.Value("--policy-pack", null, Running, (arguments, value) => arguments with { PolicyPacks = arguments.PolicyPacks.Add(value) }),
        Option.Value("--policy-pack-config", null, Running,
            (arguments, value) => arguments with { PolicyPackConfigs = arguments.PolicyPackConfigs.Add(value) }),
        Option.Value("--config", "-c", Running, (arguments, value) => arguments with { Config = arguments.Config.Add(KeyAndValue(value)) }),
        Option.Value("--secrets", null, Running, (arguments, value) => arguments with { SecretsFile = value }),
        Option.Value("--cwd", "-C", Running, (arguments, value) => arguments with { WorkingDirectory = value }),
        Option.Value("--project", null, Running, (arguments, value) => arguments with { WorkingDirectory = value }),
        Option.Value("--baseline", null, [Command.Preview], (arguments, value) => arguments with { Baseline = value }),
        Option.Value("--against", null, [Command.Preview], (arguments, value) => arguments with { Against = value }),
        Option.Value("--prices", null, Pricing, (arguments, value) => arguments with { PriceFile = value }),
        Option.Value("--from", null, [Command.Report], (arguments, value) => arguments with { From = value }),
        Option.Value("--events", null, [Command.Report], (arguments, value) => arguments with { Events = value }),
        Option.Value("--metrics", null, [Command.Advise], (arguments, value) => arguments with { Metrics = value }),
        Option.Flag("--metrics-query", null, [Command.Advise], arguments => arguments with { MetricsQuery = true }),
        Option.Value("--known-findings", null, Judging, (arguments, value) => arguments with { KnownFindings = value }),
        Option.Value("--write-known-findings", null, Judging, (arguments, value) => arguments with { WriteKnownFindings = value }),
        Option.Value("--report", null, Judging, (arguments, value) => value == ReportRequest.GitHub
            ? arguments with { ForGitHub = true }
            : arguments with { Reports = arguments.Reports.Add(ReportRequest.Parse(value)) }),
        Option.Value("--silent-below", null, Judging, (arguments, value) => arguments with { SilentBelowUsd = Usd(value) }),
        Option.Value("--color", null, Pricing, (arguments, value) => arguments with { Color = Color(value) }),
        Option.Flag("--isolate", null, Running, arguments => arguments with { Isolate = true }),
        Option.Flag("--json", "-j", [Command.Preview, Command.Advise, Command.Report], arguments => arguments with { Json = true }),
        Option.Flag(WatchOption, null, [Command.Preview], arguments => arguments with { Watch = true }),
        Option.Flag("--help", "-h", Every, arguments => arguments with { ShowHelp = true }),
        Option.Flag("--version", null, Every, arguments => arguments with { ShowVersion = true }),
    ];

    /// <summary>Options that a watch has no use for, each with what to do instead.</summary>
    private static readonly ImmutableDictionary<string, string> NotWithWatch = new Dictionary<string, string>
    {
        ["--json"] = "a watch prints for people; run the preview without --watch for a document",
        ["--report"] = "a watch writes no reports; run the preview without --watch for one",
        ["--silent-below"] = "a watch writes no reports; run the preview without --watch for one",
        ["--write-known-findings"] = "write them once without --watch, and watch with --known-findings",
        ["--against"] = "the base would be previewed again each time; save it once with --json, and watch with --baseline",
    }.ToImmutableDictionary();

    /// <exception cref="UserErrorException">An option is misspelt, lacks its value or has a faulty one.</exception>
    public static Arguments Parse(IReadOnlyList<string> words)
    {
        var arguments = Arguments.Default;
        var given = new List<Option>();
        var stackWord = default(string);
        var isFirst = true;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.StartsWith('-') && word.Length > 1)
            {
                var (name, attached) = Split(word);
                var option = Find(name);
                given.Add(option);
                arguments = option.Apply(arguments, option.TakesValue ? attached ?? Next(words, ref i, name) : Flag(name, attached));
                continue;
            }

            if (isFirst && CommandOf(word) is { } command)
            {
                arguments = arguments with { Command = command };
            }
            else if (arguments is { Command: Command.Explain, Resource: null })
            {
                arguments = arguments with { Resource = word };
            }
            else if (arguments is { Command: Command.Prices, Offer: null })
            {
                arguments = arguments with { Offer = word };
            }
            else if (arguments is { Command: Command.Prices, Region: null })
            {
                arguments = arguments with { Region = word };
            }
            else if (arguments.Command == Command.Prices)
            {
                throw UserErrorException.Usage($"{PricesCommand} takes an offer and a Region, and no {word}. See --help.");
            }
            else if (arguments.Command == Command.Report)
            {
                throw UserErrorException.Usage(
                    $"{ReportCommand} takes no {word}: the file of --from says which stack it is of. See --help.");
            }
            else
            {
                stackWord = stackWord is null ? word : throw UserErrorException.Usage(
                    $"There are two stacks, {stackWord} and {word}; a run previews one. See --help.");
            }

            isFirst = false;
        }

        if (given.Find(option => !option.For.Contains(arguments.Command)) is { } misplaced)
        {
            throw UserErrorException.Usage(
                $"{misplaced.Name} is not for {Word(arguments.Command)}; it is for {Listed([.. misplaced.For.Select(Word)])}.");
        }

        if (arguments.Watch && given.Find(option => NotWithWatch.ContainsKey(option.Name)) is { } unwatched)
        {
            throw UserErrorException.Usage($"{unwatched.Name} and {WatchOption} do not go together: {NotWithWatch[unwatched.Name]}.");
        }

        if (stackWord is not null && given.Exists(option => option.Name == "--stack"))
        {
            throw UserErrorException.Usage($"There are two stacks, {stackWord} and --stack {arguments.Stack}; give one of them.");
        }

        return Checked(stackWord is null ? arguments : arguments with { Stack = stackWord });
    }

    private static Arguments Checked(Arguments arguments) => arguments switch
    {
        { PolicyPackConfigs.Length: > 0 } when arguments.PolicyPackConfigs.Length != Math.Max(1, arguments.PolicyPacks.Length) =>
            throw UserErrorException.Usage(
                $"There are {arguments.PolicyPackConfigs.Length} --policy-pack-config and {arguments.PolicyPacks.Length} --policy-pack; "
                + "give one configuration file for each pack, in the same order."),
        { Baseline: { } file, Against: { } reference } => throw UserErrorException.Usage(
            $"--baseline {file} and --against {reference} are two things to compare with; give one of them."),
        { Command: Command.Explain, Resource: null or "", ShowHelp: false } => throw UserErrorException.Usage(
            $"{ExplainCommand} needs the name or URN of a resource: {ExplainCommand} NAME [stack]"),
        { Command: Command.Report, From: null or "", ShowHelp: false } => throw UserErrorException.Usage(
            $"{ReportCommand} needs what pulumi preview --json wrote: {ReportCommand} --from FILE [--events FILE]"),
        { Command: Command.Prices, Region: null or "", ShowHelp: false, ShowVersion: false } => throw UserErrorException.Usage(
            $"{PricesCommand} needs an offer of AWS and a Region: {PricesCommand} AmazonSageMaker.csv eu-central-1"),
        { MetricsQuery: true, Metrics: { } file } => throw UserErrorException.Usage(
            $"--metrics-query prints the question and --metrics {file} is its answer; give one of them."),
        { MetricsQuery: true, Json: true } => throw UserErrorException.Usage(
            "--json and --metrics-query both write to stdout; the query is JSON already."),
        { Metrics: "" } => throw UserErrorException.Usage(
            "--metrics has an empty name; give the file that aws cloudwatch get-metric-data was written to (docs/metrics.md)."),
        { Json: true, ForGitHub: true } => throw UserErrorException.Usage(
            $"--json and --report {ReportRequest.GitHub} both write to stdout; give --report json=FILE instead of --json."),
        { Stack: "" } => throw UserErrorException.Usage("--stack has an empty name; give the name in Pulumi.<name>.yaml."),
        _ => arguments,
    };

    /// <summary>The command that a word at the first place is; null for a stack. A stack of such a name needs --stack.</summary>
    private static Command? CommandOf(string word) => word switch
    {
        PreviewCommand => Command.Preview,
        ExplainCommand => Command.Explain,
        ReportCommand => Command.Report,
        AdviseCommand => Command.Advise,
        PricesCommand => Command.Prices,
        _ => null,
    };

    private static string Listed(ImmutableArray<string> words) => words is [.. { Length: > 1 } first, var last]
        ? $"{string.Join(", ", first)} and {last}"
        : string.Join(" and ", words);

    private static string Word(Command command) => command switch
    {
        Command.Explain => ExplainCommand,
        Command.Advise => AdviseCommand,
        Command.Report => ReportCommand,
        Command.Prices => PricesCommand,
        _ => PreviewCommand,
    };

    private static (string Name, string? Attached) Split(string word) => word.IndexOf('=') is > 0 and var at && word.StartsWith("--", StringComparison.Ordinal)
        ? (word[..at], word[(at + 1)..])
        : (word, null);

    private static Option Find(string name) => Options.FirstOrDefault(option => option.Name == name || option.Short == name)
        ?? throw UserErrorException.Usage($"There is no option {name}.{Spelling.Suggest(name, Options.Select(option => option.Name))} See --help.");

    private static string Next(IReadOnlyList<string> words, ref int index, string name) =>
        ++index < words.Count ? words[index] : throw UserErrorException.Usage($"{name} needs a value. See --help.");

    private static string Flag(string name, string? attached) =>
        attached is null ? "" : throw UserErrorException.Usage($"{name} takes no value, found {attached}.");

    private static KeyValuePair<string, string> KeyAndValue(string text) => text.IndexOf('=') is > 0 and var at
        ? new(text[..at], text[(at + 1)..])
        : throw UserErrorException.Usage($"--config {text} is not of the form key=value, for example --config aws:region=eu-west-1");

    private static ColorMode Color(string value) => value switch
    {
        "auto" => ColorMode.Auto,
        "always" => ColorMode.Always,
        "never" or "raw" => ColorMode.Never,
        _ => throw UserErrorException.Usage($"--color is {value}; accepted are auto, always and never."),
    };

    private static decimal Usd(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var usd)
            ? usd
            : throw UserErrorException.Usage($"--silent-below is {value}; give USD a month, for example --silent-below 5");

    /// <param name="Name">The whole name.</param>
    /// <param name="Short">The one-letter form; null for none.</param>
    /// <param name="TakesValue">Whether a value follows.</param>
    /// <param name="For">Commands that it means something to.</param>
    /// <param name="Apply">What it does to the arguments.</param>
    private sealed record Option(
        string Name, string? Short, bool TakesValue, ImmutableArray<Command> For, Func<Arguments, string, Arguments> Apply)
    {
        public static Option Value(string name, string? @short, ImmutableArray<Command> commands, Func<Arguments, string, Arguments> apply) =>
            new(name, @short, TakesValue: true, commands, apply);

        public static Option Flag(string name, string? @short, ImmutableArray<Command> commands, Func<Arguments, Arguments> apply) =>
            new(name, @short, TakesValue: false, commands, (arguments, _) => apply(arguments));
    }
}
