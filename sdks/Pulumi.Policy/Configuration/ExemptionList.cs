using System.Collections.Concurrent;

namespace Pulumi.Policy.Configuration;

/// <summary>The exemptions from one policy in one run, which remembers those that were needed.</summary>
/// <param name="exemptions">As configured.</param>
/// <param name="today">The date of the run, in UTC.</param>
internal sealed class ExemptionList(ImmutableArray<Exemption> exemptions, DateOnly today)
{
    private readonly ConcurrentDictionary<Exemption, bool> used = new();

    public bool IsEmpty => exemptions.IsEmpty;

    /// <summary>Exemptions that no finding needed.</summary>
    public IEnumerable<Exemption> Unused => exemptions.Where(exemption => !used.ContainsKey(exemption));

    public bool IsExpired(Exemption exemption) => exemption.Expires < today;

    /// <summary>Whether a resource is exempt today.</summary>
    public bool Exempts(PolicyResource? resource) => exemptions.Any(exemption => !IsExpired(exemption) && exemption.Covers(resource));

    /// <summary>The exemption of a resource that needs one: the one that holds longest, which may have expired; null for none.</summary>
    public Exemption? Use(PolicyResource? resource)
    {
        var longest = exemptions.Where(exemption => exemption.Covers(resource)).MaxBy(exemption => exemption.Expires);
        if (longest is not null)
        {
            used[longest] = true;
        }

        return longest;
    }
}
