using Costs.Catalogue;
using Preview.CommandLine;
using Preview.Projects;

namespace Preview.Pricing;

/// <summary>The price list that a user brings along.</summary>
/// <param name="Path">Its full path; null for none.</param>
/// <param name="Book">All price lists, with it in its place.</param>
internal sealed record PriceFile(string? Path, PriceBook Book)
{
    private const string Option = "--prices";

    /// <summary>That of the command line, else that of the stack file, whose path starts at Pulumi.yaml.</summary>
    /// <param name="option">What the command line names; null for nothing.</param>
    /// <param name="config">The stack's settings.</param>
    /// <param name="projectDirectory">What the setting's path is relative to.</param>
    /// <exception cref="UserErrorException">There is no such file, or it is no price list.</exception>
    public static PriceFile Find(string? option, StackConfig config, string projectDirectory)
    {
        var (path, source) = (option, config[PriceBook.Setting]) switch
        {
            ({ } given, _) => (System.IO.Path.GetFullPath(given), Option),
            (null, { } set) => (System.IO.Path.GetFullPath(set, System.IO.Path.GetFullPath(projectDirectory)), PriceBook.Setting),
            _ => (null, ""),
        };
        try
        {
            return new(path, PriceBook.Open(path));
        }
        catch (PriceListException fault)
        {
            throw new UserErrorException($"{source}: {fault.Message}");
        }
    }

    /// <summary>Settings which tell the policy packs of it: what they price is what the report prices.</summary>
    public StackConfig SetIn(StackConfig config) =>
        Path is null ? config : config with { Values = config.Values.SetItem(PriceBook.Setting, Path) };

    /// <summary>That it has prices of a Region that the stack is not in.</summary>
    public IEnumerable<string> Warnings(StackConfig config)
    {
        if (Path is not null && config["aws:region"] is { } region && Book.ReplacedRegion != region)
        {
            yield return $"The price list {Path} is of {Book.ReplacedRegion}, and the stack is in {region}: it changes nothing there.";
        }
    }
}
