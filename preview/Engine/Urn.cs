namespace Preview.Engine;

/// <summary>Names of resources: urn:pulumi:stack::project::ancestors' types and own type::name.</summary>
internal static class Urn
{
    public const string StackType = "pulumi:pulumi:Stack";

    private const string Prefix = "urn:pulumi:";
    private const string Separator = "::";

    public static string Of(string stack, string project, string parent, string type, string name)
    {
        var parentTypes = parent.Length == 0 ? "" : QualifiedTypeOf(parent);
        var qualifiedType = parentTypes is "" or StackType ? type : $"{parentTypes}${type}";
        return $"{Prefix}{stack}{Separator}{project}{Separator}{qualifiedType}{Separator}{name}";
    }

    /// <summary>Whether a text has the form of a URN.</summary>
    public static bool IsValid(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text.Split(Separator, 4).Length == 4;

    /// <summary>The type of the resource, without those of its ancestors.</summary>
    public static string TypeOf(string urn) => QualifiedTypeOf(urn) is var types ? types[(types.LastIndexOf('$') + 1)..] : "";

    public static string NameOf(string urn) => urn.Split(Separator, 4) is [_, _, _, var name] ? name : urn;

    /// <summary>Null where the text has not the form of a URN.</summary>
    public static (string Stack, string Project)? StackAndProjectOf(string urn) =>
        IsValid(urn) && urn.Split(Separator, 4) is [var start, var project, _, _] ? (start[Prefix.Length..], project) : null;

    private static string QualifiedTypeOf(string urn) => urn.Split(Separator, 4) is [_, _, var types, _] ? types : "";
}
