using Pulumi.Policy.Configuration;

namespace Pulumi.Policy.Hosting;

/// <summary>What must hold of every pack before it is served.</summary>
internal static class PackRules
{
    private const int LongestPackName = 100;

    /// <summary>These words mean something else where a policy's name could stand in a configuration file.</summary>
    private static readonly ImmutableArray<string> ReservedNames = ["all", "environments"];

    public static void Require(PolicyPack pack)
    {
        var problems = new List<string>();
        if (pack.Name.Length is 0 or > LongestPackName || !pack.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            problems.Add($"the pack is called \"{pack.Name}\", accepted are 1 to 100 letters, digits, dashes, underscores and dots");
        }

        if (!SemanticVersion.IsValid(pack.Version))
        {
            problems.Add($"the pack's version is \"{pack.Version}\", accepted is a semantic version such as 1.0.0");
        }

        var names = new HashSet<string>();
        foreach (var packed in pack.Policies)
        {
            CheckPolicy(packed.Policy, packed.Level, names, problems);
            PolicySettings.CheckGiven(packed.Policy.Info, packed.Settings, problems);
        }

        if (problems.Count > 0)
        {
            throw new PolicyPackException(pack.Name, problems);
        }
    }

    private static void CheckPolicy(Policy policy, EnforcementLevel level, HashSet<string> names, List<string> problems)
    {
        var info = policy.Info;
        if (string.IsNullOrWhiteSpace(info.Name))
        {
            problems.Add($"{policy.GetType().Name} has no name");
        }
        else if (ReservedNames.Contains(info.Name))
        {
            problems.Add($"a policy is called \"{info.Name}\", which is a reserved word of configuration files; give it another name");
        }
        else if (!names.Add(info.Name))
        {
            problems.Add($"two policies are called {info.Name}; names must be unique in a pack");
        }

        if (string.IsNullOrWhiteSpace(info.Description))
        {
            problems.Add($"{info.Name} has no description; every violation begins with it");
        }

        if (!Enum.IsDefined(level))
        {
            problems.Add($"{info.Name} has the level {(int)level}, accepted are advisory, mandatory, remediate and disabled");
        }

        if (policy.ResourceTypes is { Count: 0 })
        {
            problems.Add($"{info.Name} names no resource type, so it would never run; name types, or null for all of them");
        }

        SchemaRules.Check(info, problems);
    }
}
