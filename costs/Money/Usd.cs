using System.Globalization;

namespace Costs.Money;

/// <summary>How money and the numbers beside it are printed; the only place where they are rounded.</summary>
public static class Usd
{
    /// <summary>To the cent, for example "$1,234.50"; what is more than nothing and less than half a cent is "&lt;$0.01".</summary>
    public static string Text(decimal usd)
    {
        var rounded = Cents(usd);
        return rounded == 0 && usd > 0
            ? "<$0.01"
            : (rounded < 0 ? "-$" : "$") + Math.Abs(rounded).ToString("N2", CultureInfo.InvariantCulture);
    }

    /// <summary>A price of one unit in full, for example "$0.0000166667".</summary>
    public static string PriceText(decimal usd) => "$" + usd.ToString("#,0.00##########", CultureInfo.InvariantCulture);

    /// <summary>A quantity for people, for example "2,068.33".</summary>
    public static string QuantityText(decimal quantity) => quantity.ToString("#,0.####", CultureInfo.InvariantCulture);

    /// <summary>Rounded as a bill rounds.</summary>
    public static decimal Cents(decimal usd) => Math.Round(usd, 2, MidpointRounding.AwayFromZero);
}
