using Generate.Files;
using Generate.Naming;
using Generate.Schema;

namespace Generate.Sdk;

/// <summary>Enums are open: a struct around the text, for a provider may answer a value that is newer than the schema.</summary>
internal static class EnumEmitter
{
    public static void Emit(CodeWriter code, PackageSchema schema, EnumSpec spec)
    {
        var name = Names.Class(Token.Parse(spec.Token, schema));
        code.Line("[EnumType]").Block($"public readonly struct {name} : IEquatable<{name}>", () =>
        {
            code.Line("private readonly string _value;")
                .Line()
                .Line($"private {name}(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));")
                .Line();

            foreach (var value in spec.Values)
            {
                Deprecated.Mark(code, value.Deprecation);
                code.Line($"public static {name} {value.Name} {{ get; }} = new {name}({Literal.Of(value.Value)});");
            }

            code.Line()
                .Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);")
                .Line()
                .Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);")
                .Line()
                .Line($"public static explicit operator string({name} value) => value._value;")
                .Line()
                .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                .Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);")
                .Line()
                .Line($"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);")
                .Line()
                .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                .Line("public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;")
                .Line()
                .Line("public override string ToString() => _value;");
        });
    }
}
