using System.Collections.Concurrent;
using Costs.Catalogue;

namespace Policies.Money;

/// <summary>The prices that a stack is judged by: the built-in ones, or those that its settings bring along.</summary>
/// <param name="Book">Null where the price list that they name cannot be used.</param>
/// <param name="Fault">What is wrong with it; null where nothing is.</param>
internal sealed record StackPrices(PriceBook? Book, string? Fault)
{
    private static readonly StackPrices BuiltIn = new(PriceBook.BuiltIn, null);

    private static readonly ConcurrentDictionary<string, StackPrices> Opened = new(StringComparer.Ordinal);

    public static StackPrices Of(StackInfo stack) =>
        stack.Config.GetValueOrDefault(PriceBook.Setting) is { } file ? Opened.GetOrAdd(file, Open) : BuiltIn;

    private static StackPrices Open(string file)
    {
        try
        {
            return new(PriceBook.Open(file), null);
        }
        catch (PriceListException fault)
        {
            return new(null, $"{PriceBook.Setting}: {fault.Message}");
        }
    }
}
