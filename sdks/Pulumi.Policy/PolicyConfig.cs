namespace Pulumi.Policy;

/// <summary>The settings of one policy: the user's over the pack's over the defaults of the schema.</summary>
public sealed record PolicyConfig(PropertyMap Properties)
{
    /// <summary>No settings.</summary>
    public static PolicyConfig Empty { get; } = new(PropertyMap.Empty);

    /// <summary>The value of a setting; missing where it has neither a value nor a default.</summary>
    public PropertyValue this[string name] => Properties[name];
}
