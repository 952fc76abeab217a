namespace Pulumi.Policy;

/// <summary>The settings of one policy: the user's over the pack's over the defaults of the schema.</summary>
public sealed record PolicyConfig(PropertyMap Properties)
{
    public static PolicyConfig Empty { get; } = new(PropertyMap.Empty);

    public PropertyValue this[string name] => Properties[name];
}
