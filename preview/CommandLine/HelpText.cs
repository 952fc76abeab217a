using Preview.Programs;

namespace Preview.CommandLine;

/// <summary>What --help prints.</summary>
internal static class HelpText
{
    public static string Text => AsBuilt.Replace(Installation.BuiltCommand, Installation.Command, StringComparison.Ordinal);

    private const string AsBuilt = """
        Previews a stack offline: runs its program and its policy packs, without a Pulumi CLI, an AWS account or a network.

        Usage: dotnet run --project preview -- [preview] [stack] [options]
               dotnet run --project preview -- explain RESOURCE [stack] [options]
               dotnet run --project preview -- advise [stack] [options]
               dotnet run --project preview -- report --from FILE [--events FILE] [options]
               dotnet run --project preview -- prices OFFER REGION > FILE

          stack                        name in Pulumi.<stack>.yaml (default: dev)
          explain RESOURCE             what the cost of a resource consists of, by its name or URN: quantities, prices, sources,
                                       assumptions; of a component, that of everything in it
          advise                       what could be done in order to spend less: how much it saves, why, how sure that is, and
                                       what to change (docs/advice.md)
          report                       the same reports for a preview of the Pulumi CLI, compared with what is deployed
          prices OFFER REGION          a price list for --prices, of the AmazonSageMaker offer that AWS publishes, JSON or CSV
                                       (docs/costs/catalogue.md)

        Options:
          -s, --stack NAME             the same, for a stack whose name is a command
              --policy-pack PACK       folder with PulumiPolicy.yaml, an executable, or sagemaker-guardrails, which comes along;
                                       repeatable (default: the folder policies of the project, else what comes along)
              --policy-pack-config F   configuration of a pack: a JSON file, or a name in its folder config (dev, prod, audit);
                                       one for each pack, in the same order (default: what the stack names in
                                       <pack>:policyPackConfig)
          -c, --config KEY=VALUE       a setting for this run, over the one of the stack file; repeatable
              --baseline FILE          compare the cost with a preview that was saved with --json
              --against REVISION       compare the cost with a branch, tag or commit, previewed in a temporary git worktree
              --prices FILE            a price list instead of the built-in one of its Region (docs/costs/catalogue.md)
              --metrics FILE           for advise: what aws cloudwatch get-metric-data printed (docs/metrics.md)
              --metrics-query          for advise: print what to ask it, for --cli-input-json, instead of advice
              --known-findings FILE    violations in this file are known: shown and counted, but they stop nothing
              --write-known-findings F write down the violations there are, or with --known-findings those still there
                                       (docs/known-findings.md)
              --secrets FILE           real values of secure settings, YAML or JSON, keys as the preview names them
          -C, --cwd DIR                folder to look for Pulumi.yaml from, upwards (also: --project)
          -j, --json                   one JSON document instead of text (docs/preview-json.md)
              --report KIND=FILE       write a report to a file besides: json, markdown, sarif, junit or html; repeatable
              --report github          annotations for GitHub after the text, and its job summary (docs/reports.md)
              --silent-below USD       an empty Markdown report where nothing blocks and the cost a month changes by less
              --from FILE              for report: what pulumi preview --json --show-sames printed
              --events FILE            for report: what its --event-log wrote; findings of policies are only there
              --watch                  preview again whenever something is saved, and print what changed in findings and cost
              --isolate                program and packs in processes of their own, as the Pulumi CLI runs them
              --color WHEN             auto, always or never; NO_COLOR is honoured
          -h, --help
              --version

        Secure settings get a placeholder unless their value is given: in an environment variable
        PREVIEW_SECRET_<KEY> (upper case, other characters as _), or in the file of --secrets. Never as an argument.

        Exit codes: 0 fine; 1 error; 2 usage; 5 a mandatory policy is violated; 8 cancelled; 255 internal error.
        """;
}
