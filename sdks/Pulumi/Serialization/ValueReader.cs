using System.Text.Json;
using PropertyValues;

namespace Pulumi.Serialization;

/// <summary>
/// Reads property values into the types of a program. One unknown inside makes the whole unknown, one secret the whole secret.
/// </summary>
internal ref struct ValueReader
{
    private bool secret;
    private bool unknown;

    public static OutputData Read(PropertyValue value, Type type)
    {
        var reader = new ValueReader();
        var read = reader.ReadAs(value, type);
        return reader.unknown
            ? OutputData.Unknown with { IsSecret = reader.secret }
            : OutputData.Known(read, reader.secret);
    }

    private object? ReadAs(PropertyValue value, Type type)
    {
        secret |= value.IsSecret;
        switch (value.Kind)
        {
            case PropertyKind.Unknown:
                unknown = true;
                return null;
            case PropertyKind.Missing or PropertyKind.Null:
                return CollectionMaker.Empty(type);
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return value.Kind == PropertyKind.String ? value.AsString() : Refuse(value, type);
        }

        if (type == typeof(bool))
        {
            return value.AsBool() ?? Refuse(value, type);
        }

        if (type == typeof(double))
        {
            return value.AsNumber() ?? Refuse(value, type);
        }

        if (type == typeof(int))
        {
            return value.AsNumber() is { } number ? ToInt32(number) : Refuse(value, type);
        }

        return type == typeof(object) ? ReadAny(value) : ReadByType(value, type);
    }

    private object? ReadByType(PropertyValue value, Type type)
    {
        if (type == typeof(JsonElement))
        {
            return JsonText.ToElement(ReadAny(value));
        }

        if (typeof(AssetOrArchive).IsAssignableFrom(type))
        {
            return AssetReader.Read(value) is { } asset && type.IsInstanceOfType(asset) ? asset : Refuse(value, type);
        }

        if (type.IsEnum)
        {
            return value.AsNumber() is { } number ? Enum.ToObject(type, ToInt32(number)) : Refuse(value, type);
        }

        if (type.IsDefined(typeof(EnumTypeAttribute), inherit: false))
        {
            var shape = EnumTypeShape.Of(type);
            var plain = shape.IsText ? value.AsString() : value.AsNumber() as object;
            return plain is null ? Refuse(value, type) : shape.Make(plain);
        }

        if (type.IsDefined(typeof(OutputTypeAttribute), inherit: false))
        {
            return ReadOutputType(value, type);
        }

        return type.IsGenericType ? ReadGeneric(value, type) : Refuse(value, type);
    }

    private object? ReadGeneric(PropertyValue value, Type type)
    {
        var (definition, arguments) = (type.GetGenericTypeDefinition(), type.GetGenericArguments());
        if (definition == typeof(Union<,>))
        {
            return ReadUnion(value, arguments, type);
        }

        if (CollectionMaker.IsList(definition))
        {
            return value.Kind == PropertyKind.List ? ReadList(value, arguments[0]) : Refuse(value, type);
        }

        if (CollectionMaker.IsMap(definition) && arguments[0] == typeof(string))
        {
            return value.Kind == PropertyKind.Object ? ReadMap(value, arguments[1]) : Refuse(value, type);
        }

        return Refuse(value, type);
    }

    private object? ReadAny(PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.Bool:
                return value.AsBool();
            case PropertyKind.Number:
                return value.AsNumber();
            case PropertyKind.String:
                return value.AsString();
            case PropertyKind.List:
                return ReadList(value, typeof(object));
            case PropertyKind.Asset or PropertyKind.Archive:
                return AssetReader.Read(value);
            default:
                return ReadMap(value, typeof(object));
        }
    }

    private object ReadList(PropertyValue value, Type elementType)
    {
        var items = new List<object?>();
        foreach (var item in value.Items)
        {
            try
            {
                items.Add(ReadAs(item, elementType));
            }
            catch (ValueReaderException error)
            {
                throw error.Within($"[{items.Count}]");
            }
        }

        return CollectionMaker.Of(elementType).List(items);
    }

    private object ReadMap(PropertyValue value, Type elementType)
    {
        var items = new List<KeyValuePair<string, object?>>();
        foreach (var member in value.Members)
        {
            items.Add(KeyValuePair.Create(member.Name, ReadMember(member.Value, member.Name, elementType)));
        }

        return CollectionMaker.Of(elementType).Map(items);
    }

    private object? ReadOutputType(PropertyValue value, Type type)
    {
        if (value.Kind != PropertyKind.Object)
        {
            return Refuse(value, type);
        }

        var shape = OutputTypeShape.Of(type);
        var arguments = new object?[shape.Parameters.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            var parameter = shape.Parameters[index];
            arguments[index] = ReadMember(value[parameter.Name], parameter.Name, parameter.Type);
        }

        // What is unknown is null here, which a constructor of values need not take.
        return unknown ? null : shape.Make(arguments);
    }

    private object? ReadMember(PropertyValue value, string name, Type type)
    {
        try
        {
            return ReadAs(value, type);
        }
        catch (ValueReaderException error)
        {
            throw error.Within($".{name}");
        }
    }

    private object? ReadUnion(PropertyValue value, Type[] arguments, Type union)
    {
        var maker = UnionMaker.Of(union);
        try
        {
            return maker.First(ReadAs(value, arguments[0]));
        }
        catch (ValueReaderException)
        {
            return maker.Second(ReadAs(value, arguments[1]));
        }
    }

    private static int ToInt32(double number) => number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
        ? (int)number
        : throw new ValueReaderException($" is {number}, expected a whole number of 32 bits.");

    private static object? Refuse(PropertyValue value, Type type) =>
        throw new ValueReaderException($" is a value of kind {value.Kind}, expected {type}.");
}
