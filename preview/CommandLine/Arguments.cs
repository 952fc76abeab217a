using System.Collections.Immutable;

namespace Preview.CommandLine;

/// <summary>What the user asked for.</summary>
internal sealed record Arguments
{
    public const string DefaultStack = "dev";

    public static Arguments Default { get; } = new();

    public Command Command { get; init; }

    public string Stack { get; init; } = DefaultStack;

    /// <summary>Name or URN of the resource to explain; null for every other command.</summary>
    public string? Resource { get; init; }

    /// <summary>An offer file of AWS; only for prices.</summary>
    public string? Offer { get; init; }

    /// <summary>The Region to take from it; only for prices.</summary>
    public string? Region { get; init; }

    /// <summary>What pulumi preview --json wrote; only for report.</summary>
    public string? From { get; init; }

    /// <summary>What its --event-log wrote; only for report.</summary>
    public string? Events { get; init; }

    /// <summary>What aws cloudwatch get-metric-data printed; only for advise.</summary>
    public string? Metrics { get; init; }

    /// <summary>Whether the query of it is printed, instead of advice.</summary>
    public bool MetricsQuery { get; init; }

    /// <summary>A saved JSON document to compare the costs with.</summary>
    public string? Baseline { get; init; }

    /// <summary>A commit, branch or tag to compare the costs with.</summary>
    public string? Against { get; init; }

    /// <summary>A price list that takes the place of the built-in one of its Region.</summary>
    public string? PriceFile { get; init; }

    /// <summary>A file of violations that stop nothing, since they were there before the pack.</summary>
    public string? KnownFindings { get; init; }

    /// <summary>Where to write them down.</summary>
    public string? WriteKnownFindings { get; init; }

    /// <summary>Folders with PulumiPolicy.yaml, or executables. None: the pack of the project, else the one that came along.</summary>
    public ImmutableArray<string> PolicyPacks { get; init; } = [];

    /// <summary>Configuration files of the packs, in the order of <see cref="PolicyPacks"/>.</summary>
    public ImmutableArray<string> PolicyPackConfigs { get; init; } = [];

    /// <summary>Settings that win over those of the stack file, for this run.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Config { get; init; } = [];

    /// <summary>A file with the real values of secure settings.</summary>
    public string? SecretsFile { get; init; }

    /// <summary>Where to look for Pulumi.yaml, upwards from here; null: the current folder.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Whether program and packs get processes of their own, as with the Pulumi CLI.</summary>
    public bool Isolate { get; init; }

    public bool Json { get; init; }

    /// <summary>Whether to preview again whenever something is saved, and to print what changed.</summary>
    public bool Watch { get; init; }

    /// <summary>Files to write, beside what goes to stdout.</summary>
    public ImmutableArray<ReportRequest> Reports { get; init; } = [];

    /// <summary>Whether annotations follow the text, and the job summary gets the Markdown report.</summary>
    public bool ForGitHub { get; init; }

    /// <summary>USD a month: a comment on a smaller change would be noise. Null: every verdict is worth one.</summary>
    public decimal? SilentBelowUsd { get; init; }

    public ColorMode Color { get; init; } = ColorMode.Auto;

    public bool ShowHelp { get; init; }

    public bool ShowVersion { get; init; }
}

/// <summary>What to do.</summary>
internal enum Command
{
    Preview,

    /// <summary>Preview, and print the arithmetic of one resource's cost instead of the report.</summary>
    Explain,

    /// <summary>Preview, and print what could be done in order to spend less instead of the report.</summary>
    Advise,

    /// <summary>Read a preview of the Pulumi CLI instead of running one.</summary>
    Report,

    /// <summary>Make a price list of what AWS publishes.</summary>
    Prices,
}

/// <summary>When to colour: on a terminal, always or never.</summary>
internal enum ColorMode
{
    Auto,
    Always,
    Never,
}
