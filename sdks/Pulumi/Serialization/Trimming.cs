namespace Pulumi.Serialization;

/// <summary>
/// Why reflection is safe where a program is compiled natively together with this SDK (preview/Native.targets), which leaves out what no
/// code names.
/// </summary>
internal static class Trimming
{
    public const string ValueTypesAreNamed =
        "Of classes there is code for all; the value types in outputs are named by who compiles natively, and a test knows them.";

    public const string OutputTypesAreKept = "Who compiles natively keeps the output and enum types of packages whole.";

    public const string MembersAreKept = "MembersOf has taken the property from a type whose fields are kept.";

    public const string JsonByReflection = "JSON is written and read by reflection unless the options name a resolver of types.";

    public const string NamesOnly = "Without debug information, as in native code, there is no line to be found.";
}
