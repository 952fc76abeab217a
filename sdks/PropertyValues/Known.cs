namespace PropertyValues;

/// <summary>
/// A property as a policy meets it: a value, not set (<see cref="Value"/> is null), or not known before deployment.
/// </summary>
/// <remarks>Numbers and booleans are used as <c>Known&lt;int?&gt;</c>, so that not set is null for them too.</remarks>
public readonly record struct Known<T>
{
    private Known(T? value, bool isUnknown, bool isSecret) => (Value, IsUnknown, IsSecret) = (value, isUnknown, isSecret);

    /// <summary>A value that will only be known after deployment.</summary>
    public static Known<T> Unknown { get; } = new(default, isUnknown: true, isSecret: false);

    /// <summary>The value; null where it is not set, and where it is unknown.</summary>
    public T? Value { get; }

    /// <summary>Whether the value will only be known after deployment.</summary>
    public bool IsUnknown { get; }

    /// <summary>Whether the value is marked secret. Never print such a value.</summary>
    public bool IsSecret { get; }

    /// <summary>Whether the value is there, or known not to be set.</summary>
    public bool IsKnown => !IsUnknown;

    /// <summary>Whether there is a known value.</summary>
    public bool IsSet => !IsUnknown && Value is not null;

    /// <summary>A known value that is marked secret.</summary>
    public static Known<T> Secret(T? value) => new(value, isUnknown: false, isSecret: true);

    /// <summary>A value that is not known before deployment and will be secret.</summary>
    public static Known<T> UnknownSecret() => new(default, isUnknown: true, isSecret: true);

    /// <summary>The value for a message: its text, "[secret]", "[unknown]" or "not set".</summary>
    public override string ToString() => this switch
    {
        { IsSecret: true } => "[secret]",
        { IsUnknown: true } => "[unknown]",
        { Value: null } => "not set",
        { Value: IFormattable value } => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        { Value: var value } => value.ToString() ?? "",
    };

    /// <summary>A value that is known; null for one that is not set.</summary>
    public static implicit operator Known<T>(T? value) => new(value, isUnknown: false, isSecret: false);
}

/// <summary>Turns property values into typed ones, and back.</summary>
public static class Known
{
    /// <summary>A text; not set where the value is of another kind.</summary>
    public static Known<string> Text(PropertyValue value) => Make(value, value.AsString());

    /// <summary>A number without a fraction, or a text that spells one; not set where the value is anything else.</summary>
    public static Known<int?> Integer(PropertyValue value) => Make(value, value.AsInt32());

    /// <summary>A number without a fraction beyond 32 bits too, or a text that spells one; not set where the value is anything else.</summary>
    public static Known<long?> WideInteger(PropertyValue value) => Make(value, value.AsInt64());

    /// <summary>A number, or a text that spells one; not set where the value is anything else.</summary>
    public static Known<double?> Number(PropertyValue value) => Make(value, value.AsNumber());

    /// <summary>True or false, or a text that spells either; not set where the value is anything else.</summary>
    public static Known<bool?> Flag(PropertyValue value) => Make(value, value.AsBool());

    /// <summary>The property value that reads as this; a value that is not set is missing.</summary>
    public static PropertyValue ToProperty<T>(this Known<T> known) => known switch
    {
        { IsUnknown: true, IsSecret: true } => PropertyValue.SecretOf(Sentinels.Unknown),
        { IsUnknown: true } => PropertyValue.Unknown,
        { Value: null } => default,
        { IsSecret: true } => PropertyValue.SecretOf(known.Value),
        _ => PropertyValue.Of(known.Value),
    };

    /// <summary>A list or map for a message, in the words that a simple value has.</summary>
    internal static string ToText(PropertyValue value) => value switch
    {
        { IsSecret: true } => "[secret]",
        { IsUnknown: true } => "[unknown]",
        { HasValue: false } => "not set",
        _ => value.ToString(),
    };

    /// <summary>What reads the elements of a list or map that was made from plain values.</summary>
    internal static Func<PropertyValue, Known<T>>? Reader<T>() => (typeof(T) switch
    {
        var type when type == typeof(string) => (Delegate)(Func<PropertyValue, Known<string>>)Text,
        var type when type == typeof(int?) => (Func<PropertyValue, Known<int?>>)Integer,
        var type when type == typeof(double?) => (Func<PropertyValue, Known<double?>>)Number,
        var type when type == typeof(bool?) => (Func<PropertyValue, Known<bool?>>)Flag,
        var type => throw new NotSupportedException($"Property lists and maps hold strings, numbers or booleans, not {type}."),
    }) as Func<PropertyValue, Known<T>>;

    private static Known<T> Make<T>(PropertyValue value, T? typed) => (value.IsUnknown, value.IsSecret) switch
    {
        (true, true) => Known<T>.UnknownSecret(),
        (true, false) => Known<T>.Unknown,
        (false, true) => Known<T>.Secret(typed),
        (false, false) => typed,
    };
}
