using System.Collections.Immutable;

namespace Cli.Tests;

/// <summary>A stack that the tests preview.</summary>
/// <param name="Label">How tests name it.</param>
/// <param name="Folder">Folder of its project in the copy of the repository.</param>
/// <param name="Name">Name of the stack.</param>
internal sealed record TestStack(string Label, string Folder, string Name)
{
    /// <summary>Where the programs are that only tests run.</summary>
    public static readonly string Programs = Path.Combine("tests", "Cli", "Programs");

    public static TestStack Dev { get; } = new("dev", ".", "dev") { PackConfiguration = "dev.json" };

    public static TestStack Prod { get; } = new("prod", ".", "prod") { PackConfiguration = "prod.json" };

    /// <summary>Every option and kind of value that both previews show.</summary>
    public static TestStack Options { get; } = OfProgram("Options") with { Secrets = ImmutableDictionary<string, string>.Empty.Add("token", "hush-hush") };

    /// <summary>A program that is bad on purpose.</summary>
    public static TestStack Wasteful { get; } = OfProgram("Wasteful");

    /// <summary>The repository's own program with settings that are bad on purpose.</summary>
    public static TestStack WastefulSettings { get; } = new("wasteful settings", ".", "wasteful") { SettingsFrom = "Pulumi.wasteful.yaml" };

    public static ImmutableArray<TestStack> All { get; } = [Dev, Prod, Options, Wasteful, WastefulSettings];

    /// <summary>Secure settings, by key.</summary>
    public ImmutableDictionary<string, string> Secrets { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A file of tests/Cli/Programs that becomes the stack's settings; null where it has its own.</summary>
    public string? SettingsFrom { get; init; }

    /// <summary>The file of policies/config that the stack's settings name; the CLI has to be told.</summary>
    public string? PackConfiguration { get; init; }

    public static TestStack Of(string label) => All.Single(stack => stack.Label == label);

    /// <summary>A program of tests/Cli/Programs, which has one stack.</summary>
    public static TestStack OfProgram(string program) => new(program, Path.Combine(Programs, program), "dev");
}
