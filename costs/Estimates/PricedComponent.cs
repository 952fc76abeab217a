using Costs.Money;

namespace Costs.Estimates;

/// <summary>A line of the bill with its price.</summary>
/// <param name="Name">As the vendor's price page calls it, what varies in brackets.</param>
public sealed record PricedComponent(string Name, CostCategory Category, Cost Monthly, Explanation Explanation)
{
    /// <summary>For what is started rather than running: what one run costs.</summary>
    public Cost? PerRun { get; init; }

    /// <summary>The arithmetic of the expected figure.</summary>
    public string Arithmetic => Explanation.Arithmetic(Monthly.Expected);
}
