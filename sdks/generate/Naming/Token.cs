using Generate.Schema;

namespace Generate.Naming;

/// <summary>A schema token taken apart, <c>package:module:name</c>.</summary>
/// <param name="Module">The part of the module that names the C# namespace; empty for the package's root.</param>
internal sealed record Token(string Package, string Module, string Name)
{
    public static Token Parse(string text, PackageSchema schema)
    {
        var parts = text.Split(':');
        if (parts.Length != 3)
            throw new GeneratorException($"'{text}' is not a token (package:module:name).", schema.File);

        var match = schema.ModuleFormat.Match(parts[1]);
        var module = match is { Success: true, Groups.Count: > 1 } ? match.Groups[1].Value : parts[1];
        return new Token(parts[0], module.StartsWith("index", StringComparison.Ordinal) ? "" : module, parts[2]);
    }
}
