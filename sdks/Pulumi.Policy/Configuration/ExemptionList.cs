using System.Collections.Concurrent;

namespace Pulumi.Policy.Configuration;

/// <summary>The exemptions from one policy in one run, which remembers those that were needed.</summary>
/// <param name="exemptions">As configured.</param>
/// <param name="today">The date of the run, in UTC.</param>
internal sealed class ExemptionList(ImmutableArray<Exemption> exemptions, DateOnly today)
{
    private readonly ConcurrentDictionary<Exemption, bool> used = new();
    private volatile bool hasFailed;

    public bool IsEmpty => exemptions.IsEmpty;

    /// <summary>Exemptions that no finding needed; none where the policy failed, since it may have found what needs them.</summary>
    public IEnumerable<Exemption> Unused => hasFailed ? [] : exemptions.Where(exemption => !used.ContainsKey(exemption));

    /// <summary>The policy failed: what it would have found is not known.</summary>
    public void Fail() => hasFailed = true;

    public bool IsExpired(Exemption exemption) => exemption.Expires < today;

    /// <summary>Whether a resource is exempt today.</summary>
    public bool Exempts(PolicyResource? resource) => exemptions.Any(exemption => !IsExpired(exemption) && exemption.Covers(resource));

    /// <summary>
    /// The exemption of a resource that needs one; null for none. Of several it is one that has not expired, and of these the one that
    /// names the resource most closely. The others count as used too, unless they have expired and it has not.
    /// </summary>
    public Exemption? Use(PolicyResource? resource)
    {
        var covering = exemptions.Where(exemption => exemption.Covers(resource)).ToLookup(IsExpired);
        Exemption[] needed = [.. covering[!covering.Contains(false)]];
        foreach (var exemption in needed)
        {
            used[exemption] = true;
        }

        return needed
            .OrderByDescending(exemption => exemption.IsLiteral)
            .ThenByDescending(exemption => exemption.Resource.Length)
            .ThenByDescending(exemption => exemption.Expires)
            .FirstOrDefault();
    }
}
