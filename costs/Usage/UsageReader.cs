using Costs.Mappers;
using Costs.Quantities;

namespace Costs.Usage;

/// <summary>Reads usage and finds every fault in it.</summary>
internal sealed class UsageReader(string root)
{
    private const string Prefixes = "prefixes";

    private static readonly ImmutableArray<UsageKey> StackKeys =
        [UsageKeys.InternetOutGb, UsageKeys.OtherRegionsGb, UsageKeys.BetweenZonesGb];

    private readonly List<UsageFault> faults = [];

    public UsageReading Read(PropertyValue value)
    {
        var stack = UsageStatement.Nothing;
        var entries = ImmutableArray.CreateBuilder<UsageEntry>();
        foreach (var (selector, stated) in Members(value, root, "a map of amounts by resource name, URN pattern or type"))
        {
            var path = $"{root}.{selector}";
            if (selector == StackUsage.WholeStack)
            {
                stack = Statement(stated, path, StackKeys);
            }
            else if (Entry(selector, stated, path) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return faults.Count > 0 ? new(null, [.. faults]) : new(new StackUsage(entries.ToImmutable(), stack), []);
    }

    private UsageEntry? Entry(string text, PropertyValue stated, string path)
    {
        var selector = new UsageSelector(text);
        if (!selector.IsType)
        {
            return new(selector, Statement(stated, path, MapperIndex.UsageKeys), PrefixesIn(stated, path, MapperIndex.PrefixUsageKeys));
        }

        if (MapperIndex.Find(text) is not { } mapper)
        {
            faults.Add(new(path, "names a type that has no usage", "a type of docs/costs/resources.md"));
            return null;
        }

        return new(
            selector,
            Statement(stated, path, [.. mapper.Usage.Select(setting => setting.Key)]),
            PrefixesIn(stated, path, [.. mapper.PrefixUsage.Select(setting => setting.Key)]));
    }

    private UsageStatement Statement(PropertyValue stated, string path, ImmutableArray<UsageKey> accepted)
    {
        var amounts = ImmutableDictionary.CreateBuilder<string, Quantity>();
        var texts = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, value) in Flat(stated, path))
        {
            var here = $"{path}.{name}";
            if (accepted.FirstOrDefault(key => key.Name == name) is not { } key)
            {
                var names = accepted.Select(key => key.Name).Order(StringComparer.Ordinal);
                faults.Add(new(here, "is no usage of it", string.Join(", ", names)));
            }
            else if (key.IsText && InstanceName(value) is { } text)
            {
                texts[name] = text;
            }
            else if (!key.IsText && new AmountReader(key).Read(value) is { } amount)
            {
                amounts[name] = amount.Because(new Assumption(AssumptionKind.StatedUsage, $"{here} = {amount} {key.Unit}"));
            }
            else
            {
                faults.Add(new(here, $"is {Describe(value)}", key.Accepted));
            }
        }

        return new(amounts.ToImmutable(), texts.ToImmutable());
    }

    /// <summary>What is stated by key; the keys under <c>without</c> are called without.KEY.</summary>
    private IEnumerable<(string Name, PropertyValue Value)> Flat(PropertyValue stated, string path)
    {
        foreach (var (name, value) in Members(stated, path, "a map of amounts by usage key"))
        {
            if (name == WithoutKeys.Group)
            {
                foreach (var (inner, before) in Members(value, $"{path}.{name}", "a map by key (docs/costs/savings.md)"))
                {
                    yield return ($"{name}.{inner}", before);
                }
            }
            else if (name != Prefixes)
            {
                yield return (name, value);
            }
        }
    }

    private static string? InstanceName(PropertyValue value) =>
        value.AsString() is { } text && text.Split('.') is ["ml", { Length: > 0 }, { Length: > 0 }] ? text : null;

    private ImmutableDictionary<string, UsageStatement> PrefixesIn(
        PropertyValue stated, string path, ImmutableArray<UsageKey> accepted)
    {
        var prefixes = ImmutableDictionary.CreateBuilder<string, UsageStatement>();
        if (stated[Prefixes] is { IsMissing: false } value)
        {
            foreach (var (prefix, amounts) in Members(value, $"{path}.{Prefixes}", "a map of amounts by key prefix"))
            {
                prefixes[prefix] = Statement(amounts, $"{path}.{Prefixes}.{(prefix.Length == 0 ? "\"\"" : prefix)}", accepted);
            }
        }

        return prefixes.ToImmutable();
    }

    private List<PropertyMember> Members(PropertyValue value, string path, string accepted)
    {
        var members = new List<PropertyMember>();
        if (value.Kind == PropertyKind.Object)
        {
            foreach (var member in value.Members)
            {
                members.Add(member);
            }
        }
        else if (value.Kind is not (PropertyKind.Missing or PropertyKind.Null))
        {
            faults.Add(new(path, $"is {Describe(value)}", accepted));
        }

        return members;
    }

    private static string Describe(PropertyValue value) => value.IsUnknown ? "not known before deployment" : value.ToString();
}
