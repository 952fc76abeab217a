using System.Globalization;
using Costs.Quantities;

namespace Costs.Usage;

/// <summary>Something that people know of their workload and a plan does not say. A key means the same for every resource.</summary>
/// <param name="Name">As it is written in the stack's settings.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Maximum">The largest number that makes sense; the smallest is 0.</param>
public sealed record UsageKey(string Name, string Unit, string Description, decimal Maximum = UsageKey.Anything)
{
    private const decimal Anything = 1_000_000_000_000m;

    /// <summary>Whether it may be a day's profile: 24 numbers, of which the mean counts.</summary>
    public bool AcceptsProfile { get; init; }

    /// <summary>Whether floor and ceiling can differ from what is expected; a share of something cannot.</summary>
    public bool AcceptsRange { get; init; } = true;

    /// <summary>Whether it is no amount but a name.</summary>
    public bool IsText { get; init; }

    /// <summary>What may be written, for messages.</summary>
    public string Accepted => IsText
        ? Unit
        : string.Create(CultureInfo.InvariantCulture, $"{Forms} from 0 to {Maximum:0.####} ({Unit})");

    private string Forms => (AcceptsRange, AcceptsProfile) switch
    {
        (false, _) => "a number",
        (true, false) => "a number, or floor, expected and ceiling, each",
        (true, true) => "a number, or floor, expected and ceiling, or a list of 24 numbers, each",
    };

    /// <summary>A setting of a mapper: this key, without a default.</summary>
    public UsageSetting Required() => new(this, null, "");

    /// <summary>A setting of a mapper: this key, and what is taken where nobody states it.</summary>
    public UsageSetting Default(decimal amount, string because) => new(this, Quantity.Of(amount), because);

    /// <inheritdoc cref="Default(decimal, string)"/>
    public UsageSetting Default(Quantity amount, string because) => new(this, amount, because);
}

/// <summary>A usage that a mapper asks for.</summary>
/// <param name="ByDefault">Null where there is no sensible default: what depends on it stays unpriced, by name.</param>
/// <param name="Because">Why the default is what it is.</param>
public sealed record UsageSetting(UsageKey Key, Quantity? ByDefault, string Because);
