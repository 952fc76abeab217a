namespace PropertyValues;

/// <summary>A typed way to look at the properties of an object. No view copies a value before it is asked for.</summary>
public interface IPropertyView<TSelf>
    where TSelf : struct, IPropertyView<TSelf>
{
    /// <summary>What the view looks at: an object, or missing, or unknown.</summary>
    PropertyValue Value { get; }

    /// <summary>The view of a value.</summary>
    static abstract TSelf From(PropertyValue value);
}

/// <summary>A typed way to look at the properties of a resource.</summary>
public interface IResourceView<TSelf> : IPropertyView<TSelf>
    where TSelf : struct, IResourceView<TSelf>
{
    /// <summary>The type token, for example aws:s3/bucket:Bucket.</summary>
    static abstract string ResourceType { get; }

    /// <summary>The type token and the older ones that mean the same resource; the token alone unless a view says otherwise.</summary>
    static virtual IReadOnlyList<string> ResourceTypes => [TSelf.ResourceType];
}

/// <summary>What can be asked of every view.</summary>
public static class PropertyView
{
    /// <summary>What the view looks at, also where a property of its own is called Value.</summary>
    public static PropertyValue ToProperty<TView>(this TView view)
        where TView : struct, IPropertyView<TView> => view.Value;
}
