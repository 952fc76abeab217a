using System.Globalization;

namespace Costs.Sizing;

/// <summary>What is declared about a workload's model: nothing, its demand, something unreadable or not known yet.</summary>
public sealed record ModelDeclaration
{
    /// <summary>The words for a model that is divided among accelerators, and for one that is not.</summary>
    private const string Sharded = "sharded";
    private const string NotSharded = "none";

    private ModelDeclaration()
    {
    }

    public static ModelDeclaration None { get; } = new();

    public ModelDemand? Demand { get; private init; }

    /// <summary>What is wrong with the declaration.</summary>
    public string? Fault { get; private init; }

    /// <summary>The tag that is not known before deployment.</summary>
    public string? UnknownTag { get; private init; }

    /// <param name="tags">The tags of the workload and of the resource around it.</param>
    /// <param name="billions">The size that the settings give for the resource; it wins over the tags.</param>
    /// <param name="use">The use that the settings give.</param>
    /// <param name="byDefault">The use where nobody says.</param>
    /// <param name="activationShare">Activations on top of the model states in training.</param>
    public static ModelDeclaration From(ModelTags tags, double? billions, string? use, ModelUse byDefault, double activationShare)
    {
        if (billions is null && tags.Billions is { IsUnknown: false, Value: null })
        {
            return None;
        }

        var size = billions is null ? tags.Billions : default;
        var used = use is null ? tags.Use : use;
        if (Unknown((ModelTags.BillionsTag, size), (ModelTags.UseTag, used), (ModelTags.ShardingTag, tags.Sharding)) is { } tag)
        {
            return new() { UnknownTag = tag };
        }

        var found = used.Value is null ? byDefault : ModelUse.Find(used.Value);
        return (billions ?? Parse(size.Value), found, IsSharded(tags.Sharding.Value)) switch
        {
            (null, _, _) => Faulty(ModelTags.BillionsTag, size, "a number of billions above 0, such as 7"),
            (_, null, _) => Faulty(ModelTags.UseTag, used, $"one of {string.Join(", ", ModelUse.All.Select(one => one.Name))}"),
            (_, _, null) => Faulty(ModelTags.ShardingTag, tags.Sharding, $"{Sharded} or {NotSharded}"),
            ({ } number, { } known, { } isSharded) => new() { Demand = new(number, known, activationShare, isSharded) },
        };
    }

    private static string? Unknown(params ReadOnlySpan<(string Tag, Known<string> Value)> tags)
    {
        foreach (var (tag, value) in tags)
        {
            if (value.IsUnknown)
            {
                return tag;
            }
        }

        return null;
    }

    private static double? Parse(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    private static bool? IsSharded(string? word) => word switch
    {
        null or Sharded => true,
        NotSharded => false,
        _ => null,
    };

    private static ModelDeclaration Faulty(string tag, Known<string> found, string accepted) =>
        new() { Fault = $"the tag {tag} is '{found}', accepted is {accepted}" };
}
