namespace PeerPack;

internal sealed class ShellsAreClosed : ResourcePolicy
{
    private const int Shell = 22;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "shells-are-closed",
        Description = "Nobody reaches port 22 from the internet.",
        Severity = Severity.High,
        Framework = new("Example rules", "1.0", "4.1", "Restrict SSH."),
        Tags = ["network", "security"],
        Remediation = "Name the addresses that need it.",
        Url = "https://example.com/shells-are-closed",
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } = ["aws:ec2/securityGroup:SecurityGroup"];

    public override Verdict Check(ResourceContext context) => context.Resource.Inputs["ingress"] switch
    {
        { IsUnknown: true } => Verdict.Unknown("ingress"),
        var rules => Verdict.All(Judge(rules.Items, context.Resource.Name)),
    };

    private static IEnumerable<Verdict> Judge(PropertyList rules, string name)
    {
        var index = 0;
        foreach (var rule in rules)
        {
            var verdict = Judge(rule, $"ingress[{index++}]", name);
            yield return verdict;
            if (verdict.IsUnknown)
            {
                yield break;
            }
        }
    }

    private static Verdict Judge(PropertyValue rule, string path, string name)
    {
        var (from, to, blocks) = (rule["fromPort"], rule["toPort"], rule["cidrBlocks"]);
        if (from.IsUnknown)
        {
            return Verdict.Unknown($"{path}.fromPort");
        }

        if (from.AsNumber() is not <= Shell)
        {
            return Verdict.Compliant;
        }

        if (to.IsUnknown)
        {
            return Verdict.Unknown($"{path}.toPort");
        }

        if (to.AsNumber() is not >= Shell)
        {
            return Verdict.Compliant;
        }

        if (blocks.IsUnknown)
        {
            return Verdict.Unknown($"{path}.cidrBlocks");
        }

        var index = 0;
        foreach (var block in blocks.Items)
        {
            if (block.IsUnknown)
            {
                return Verdict.Unknown($"{path}.cidrBlocks[{index}]");
            }

            if (block.Is("0.0.0.0/0"u8))
            {
                return Verdict.Violation($"{name}: {path} lets 0.0.0.0/0 in on ports {from} to {to}.");
            }

            index++;
        }

        return Verdict.Compliant;
    }
}
