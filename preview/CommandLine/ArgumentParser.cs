using System.Collections.Immutable;

namespace Preview.CommandLine;

/// <summary>Reads the command line.</summary>
/// <remarks>A library for this costs 50 ms at each start, a tenth of the time a whole preview may take.</remarks>
internal static class ArgumentParser
{
    private const string PreviewCommand = "preview";
    private const string ExplainCommand = "explain";

    private static readonly ImmutableArray<string> LaterCommands = ["advise", "report"];

    /// <summary>Each option with the one-letter form of it, and whether a value follows.</summary>
    private static readonly ImmutableArray<Option> Options =
    [
        new("--stack", "-s", TakesValue: true, (arguments, value) => arguments with { Stack = value }),
        new("--policy-pack", null, TakesValue: true, (arguments, value) => arguments with { PolicyPacks = arguments.PolicyPacks.Add(value) }),
        new("--policy-pack-config", null, TakesValue: true,
            (arguments, value) => arguments with { PolicyPackConfigs = arguments.PolicyPackConfigs.Add(value) }),
        new("--config", "-c", TakesValue: true, (arguments, value) => arguments with { Config = arguments.Config.Add(KeyAndValue(value)) }),
        new("--secrets", null, TakesValue: true, (arguments, value) => arguments with { SecretsFile = value }),
        new("--cwd", "-C", TakesValue: true, (arguments, value) => arguments with { WorkingDirectory = value }),
        new("--project", null, TakesValue: true, (arguments, value) => arguments with { WorkingDirectory = value }),
        new("--baseline", null, TakesValue: true, (arguments, value) => arguments with { Baseline = value }),
        new("--against", null, TakesValue: true, (arguments, value) => arguments with { Against = value }),
        new("--report", null, TakesValue: true, (arguments, value) => arguments with { Reports = arguments.Reports.Add(ReportRequest.Parse(value)) }),
        new("--color", null, TakesValue: true, (arguments, value) => arguments with { Color = Color(value) }),
        new("--isolate", null, TakesValue: false, (arguments, _) => arguments with { Isolate = true }),
        new("--json", "-j", TakesValue: false, (arguments, _) => arguments with { Json = true }),
        new("--help", "-h", TakesValue: false, (arguments, _) => arguments with { ShowHelp = true }),
        new("--version", null, TakesValue: false, (arguments, _) => arguments with { ShowVersion = true }),
    ];

    /// <exception cref="UserErrorException">An option is misspelt, lacks its value or has a faulty one.</exception>
    public static Arguments Parse(IReadOnlyList<string> words)
    {
        var arguments = Arguments.Default;
        var (stackWord, stackOption) = (default(string), false);
        var isFirst = true;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.StartsWith('-') && word.Length > 1)
            {
                var (name, attached) = Split(word);
                var option = Find(name);
                stackOption |= option.Name == "--stack";
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
            else
            {
                stackWord = stackWord is null ? word : throw UserErrorException.Usage(
                    $"There are two stacks, {stackWord} and {word}; a run previews one. See --help.");
            }

            isFirst = false;
        }

        if (stackWord is not null && stackOption)
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
        { Command: Command.Explain, Json: true } => throw UserErrorException.Usage(
            $"{ExplainCommand} prints text; {PreviewCommand} --json has the same under cost.resources, for every resource."),
        { Command: Command.Explain } when (arguments.Baseline ?? arguments.Against) is not null => throw UserErrorException.Usage(
            $"{ExplainCommand} compares nothing; leave --baseline and --against to {PreviewCommand}."),
        { Stack: "" } => throw UserErrorException.Usage("--stack has an empty name; give the name in Pulumi.<name>.yaml."),
        _ => arguments,
    };

    /// <summary>The command that a word at the first place is; null for a stack. A stack of such a name needs --stack.</summary>
    private static Command? CommandOf(string word) => word switch
    {
        PreviewCommand => Command.Preview,
        ExplainCommand => Command.Explain,
        _ when LaterCommands.Contains(word) => throw UserErrorException.Usage(
            $"The command {word} is not offered yet; there are {PreviewCommand}, which is also what runs without a command, and "
            + $"{ExplainCommand}. For a stack called {word} say: --stack {word}"),
        _ => null,
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

    private sealed record Option(string Name, string? Short, bool TakesValue, Func<Arguments, string, Arguments> Apply);
}
