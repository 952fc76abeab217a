namespace Costs.Sizing;

/// <summary>The tags with which a team declares how large its model is.</summary>
/// <param name="Billions">Parameters in billions, tag <c>model-parameters-billions</c>.</param>
/// <param name="Use">How it is trained or served, tag <c>training-mode</c>.</param>
/// <param name="Sharding">Whether it is divided among the accelerators, tag <c>model-sharding</c>.</param>
public sealed record ModelTags(Known<string> Billions, Known<string> Use, Known<string> Sharding)
{
    public const string BillionsTag = "model-parameters-billions";
    public const string UseTag = "training-mode";
    public const string ShardingTag = "model-sharding";

    public static ModelTags None { get; } = new(default, default, default);

    /// <summary>Reads the three tags with a function that finds a tag by its key.</summary>
    public static ModelTags From(Func<string, Known<string>> find) => new(find(BillionsTag), find(UseTag), find(ShardingTag));

    /// <summary>These tags, and those of something around where these are not set.</summary>
    public ModelTags Or(ModelTags outer) =>
        new(First(Billions, outer.Billions), First(Use, outer.Use), First(Sharding, outer.Sharding));

    private static Known<string> First(Known<string> inner, Known<string> outer) =>
        inner is { IsKnown: true, Value: null } ? outer : inner;
}
