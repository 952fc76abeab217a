using System.Globalization;

namespace Benchmarks;

/// <summary>One line of the result: the same work, done by one of those that can do it.</summary>
/// <param name="Work">What is done.</param>
/// <param name="Who">Who does it. The first line of a work is ours.</param>
/// <param name="Unit">The unit of the figures.</param>
/// <param name="Figures">One for each time that it was done.</param>
/// <param name="Reach">The figure that the design asks for; null where it asks for none.</param>
internal sealed record Row(string Work, string Who, string Unit, IReadOnlyList<double> Figures, double? Reach = null)
{
    private double Median => Figures.Order().ElementAt(Figures.Count / 2);

    public static void Print(IReadOnlyList<Row> rows)
    {
        foreach (var row in rows)
        {
            var ours = rows.First(other => other.Work == row.Work);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Work} | {row.Who} | {row.Median:N1} {row.Unit} | {row.Figures.Min():N1} | {Reached(row)} | {row.Median / ours.Median:N1} |"));
        }
    }

    private static string Reached(Row row) =>
        row.Reach is { } reach ? string.Create(CultureInfo.InvariantCulture, $"≤ {reach} {row.Unit}{(row.Median <= reach ? "" : ", missed")}") : "";
}
