using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How an <see cref="EnumTypeAttribute"/> struct is made from text or a number and turned back, found once.</summary>
internal sealed class EnumTypeShape
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, EnumTypeShape> Known = new();
    private readonly ConstructorInfo constructor;
    private readonly FieldInfo field;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimming.OutputTypesAreKept)]
    private EnumTypeShape(Type type)
    {
        constructor = Array.Find(
            type.GetConstructors(Members), candidate => candidate.GetParameters() is [var only] && IsPlain(only.ParameterType))
            ?? throw new InvalidOperationException($"[EnumType] {type.FullName} has no constructor from string or double.");
        IsText = constructor.GetParameters()[0].ParameterType == typeof(string);
        field = Array.Find(type.GetFields(Members), candidate => IsPlain(candidate.FieldType))
            ?? throw new InvalidOperationException($"[EnumType] {type.FullName} keeps no string or double.");
    }

    public bool IsText { get; }

    public static EnumTypeShape Of(Type type) => Known.GetOrAdd(type, static key => new(key));

    public object Make(object plain) =>
        constructor.Invoke(BindingFlags.DoNotWrapExceptions, binder: null, [plain], culture: null);

    public object? ToPlain(object value) => field.GetValue(value);

    private static bool IsPlain(Type type) => type == typeof(string) || type == typeof(double);
}
