using System.Collections.Concurrent;
using Pulumi.Policy.Configuration;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>A pack under one configuration: who runs, how strictly, with which settings.</summary>
internal sealed class ConfiguredPack
{
    private const string AllPolicies = "all";

    private readonly ImmutableArray<ActivePolicy> resourcePolicies;
    private readonly ConcurrentDictionary<string, TypePlan> plans = new();
    private readonly Func<string, TypePlan> newPlan;

    private ConfiguredPack(ImmutableArray<ActivePolicy> all)
    {
        ImmutableArray<ActivePolicy> policies = [.. all.Where(policy => policy.Level != EnforcementLevel.Disabled)];
        Exempting = [.. all.Where(policy => !policy.Exemptions.IsEmpty)];
        resourcePolicies = [.. policies.Where(policy => policy.Policy is ResourcePolicy)];
        StackPolicies = [.. policies.Where(policy => policy.Policy is StackPolicy)];
        newPlan = type => new(resourcePolicies, type);
    }

    /// <summary>Policies with exemptions, those that are disabled included.</summary>
    public ImmutableArray<ActivePolicy> Exempting { get; }

    public ImmutableArray<ActivePolicy> StackPolicies { get; }

    /// <summary>The pack under the configuration that the engine sends: every policy with its level and all or some of its settings.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="given">What the engine sends.</param>
    /// <param name="today">The date, by which exemptions expire.</param>
    /// <exception cref="PolicyPackException">The configuration is faulty.</exception>
    public static ConfiguredPack From(PolicyPack pack, IDictionary<string, Rpc.PolicyConfig> given, DateOnly today)
    {
        var problems = new List<string>();
        RefuseUnknownPolicies(pack, given.Keys, problems);
        RefuseSettingsOfAll(given, problems);
        var policies = ImmutableArray.CreateBuilder<ActivePolicy>(pack.Policies.Length);
        foreach (var packed in pack.Policies)
        {
            var info = packed.Policy.Info;
            var own = given.TryGetValue(info.Name, out var entry);
            var level = own || given.TryGetValue(AllPolicies, out entry) ? (EnforcementLevel)entry!.EnforcementLevel : packed.Level;
            if (!Enum.IsDefined(level))
            {
                problems.Add($"{info.Name}: the level is {(int)level}, accepted are advisory, mandatory, remediate and disabled");
            }

            var isEnabled = level != EnforcementLevel.Disabled;
            var properties = PolicySettings.Over(own ? PropertyMap.Decode(entry!.Properties.Memory) : PropertyMap.Empty, packed.Settings);
            var config = PolicySettings.Resolve(info, properties, isEnabled, problems);
            var unknownIsViolation = PolicySettings.UnknownIsViolation(info, properties, problems) ?? packed.UnknownIsViolation;
            var exemptions = PolicySettings.Exemptions(info, properties, problems);
            policies.Add(new(packed.Policy, info, level, config)
            {
                UnknownIsViolation = unknownIsViolation,
                Exemptions = new(exemptions, today),
            });
        }

        return problems.Count == 0 ? new(policies.DrainToImmutable()) : throw new PolicyPackException(pack.Name, problems);
    }

    public TypePlan PlanFor(string type) => plans.GetOrAdd(type, newPlan);

    private static void RefuseUnknownPolicies(PolicyPack pack, IEnumerable<string> given, List<string> problems)
    {
        var names = pack.Policies.Select(packed => packed.Policy.Info.Name).Append(AllPolicies).ToHashSet();
        foreach (var name in given.Where(name => !names.Contains(name)).Order(StringComparer.Ordinal))
        {
            problems.Add($"{name} is configured, but the pack has no policy of that name; it has {string.Join(", ", names)}");
        }
    }

    private static void RefuseSettingsOfAll(IDictionary<string, Rpc.PolicyConfig> given, List<string> problems)
    {
        foreach (var (name, _) in PropertyMap.Decode(given.TryGetValue(AllPolicies, out var all) ? all.Properties.Memory : default))
        {
            if (name != CommonSettings.LevelName)
            {
                problems.Add($"{AllPolicies}: {name} is not accepted, only a level; a setting is given under the name of its policy");
            }
        }
    }
}
