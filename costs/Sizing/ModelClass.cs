namespace Costs.Sizing;

/// <summary>Models of about the same size, for which settings may list the types.</summary>
/// <param name="Setting">The setting that lists them.</param>
/// <param name="Size">In the words of a message.</param>
public sealed record ModelClass(string Setting, string Size)
{
    private const double SmallBelow = 1;
    private const double MediumUpTo = 10;

    public static ModelClass Small { get; } = new("smallModelTypes", "below 1 billion parameters");

    public static ModelClass Medium { get; } = new("mediumModelTypes", "from 1 to 10 billion parameters");

    public static ModelClass Large { get; } = new("largeModelTypes", "above 10 billion parameters");

    public static ImmutableArray<ModelClass> All { get; } = [Small, Medium, Large];

    public static ModelClass Of(double billions) => billions < SmallBelow ? Small : billions <= MediumUpTo ? Medium : Large;
}
