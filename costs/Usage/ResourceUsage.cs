using Costs.Quantities;

namespace Costs.Usage;

/// <summary>What is known of the use of one resource, or of one prefix of a bucket: the closest statement counts, key by key.</summary>
internal sealed class ResourceUsage
{
    private readonly ImmutableArray<UsageStatement> closestFirst;
    private readonly ImmutableArray<UsageSetting> settings;
    private readonly ImmutableArray<(string Prefix, ResourceUsage Usage)> prefixes;

    private ResourceUsage(
        ImmutableArray<UsageStatement> closestFirst, ImmutableArray<UsageSetting> settings,
        ImmutableArray<(string Prefix, ResourceUsage Usage)> prefixes) =>
        (this.closestFirst, this.settings, this.prefixes) = (closestFirst, settings, prefixes);

    /// <summary>The parts of a bucket for which something is stated, in the order of their names.</summary>
    public ImmutableArray<(string Prefix, ResourceUsage Usage)> Prefixes => prefixes;

    /// <summary>What is stated, or else the default, or else what is missing; each with the assumption it is.</summary>
    public Quantity this[UsageSetting setting]
    {
        get
        {
            CheckDeclared(setting);
            return Stated(setting.Key)
                ?? setting.ByDefault?.Because(new Assumption(
                    AssumptionKind.DefaultUsage, $"{setting.Key.Name} = {setting.ByDefault} by default: {setting.Because}"))
                ?? Quantity.NeedsUsage(setting.Key.Name);
        }
    }

    public bool States(UsageSetting setting) => setting.Key.IsText ? Text(setting) is not null : Stated(setting.Key) is not null;

    /// <summary>A name; null where none is stated.</summary>
    public string? Text(UsageSetting setting)
    {
        CheckDeclared(setting);
        return closestFirst.Select(statement => statement.Texts.GetValueOrDefault(setting.Key.Name)).FirstOrDefault(text => text is not null);
    }

    public static ResourceUsage Of(
        IEnumerable<UsageEntry> closestFirst, ImmutableArray<UsageSetting> settings, ImmutableArray<UsageSetting> prefixSettings)
    {
        ImmutableArray<UsageEntry> entries = [.. closestFirst];
        var prefixes =
            from prefix in entries.SelectMany(entry => entry.Prefixes.Keys).Distinct().Order(StringComparer.Ordinal)
            let stated = entries.Where(entry => entry.Prefixes.ContainsKey(prefix)).Select(entry => entry.Prefixes[prefix])
            select (prefix, new ResourceUsage([.. stated], prefixSettings, []));
        return new([.. entries.Select(entry => entry.Own)], settings, [.. prefixes]);
    }

    private void CheckDeclared(UsageSetting setting)
    {
        if (!settings.Contains(setting))
        {
            throw new InvalidOperationException($"The mapper asks for {setting.Key.Name} without declaring it among its usage.");
        }
    }

    private Quantity? Stated(UsageKey key)
    {
        foreach (var statement in closestFirst)
        {
            if (statement.Amounts.TryGetValue(key.Name, out var amount))
            {
                return amount;
            }
        }

        return null;
    }
}
