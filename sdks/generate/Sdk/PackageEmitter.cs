using Generate.Files;
using Generate.Naming;
using Generate.Schema;

namespace Generate.Sdk;

/// <summary>What every class of a package shares: its version, its resource attribute and a few helpers.</summary>
internal static class PackageEmitter
{
    public static string AttributeName(Names names) => $"{names.RootNamespace.Split('.')[^1]}ResourceType";

    public static GeneratedFile Emit(PackageSchema schema, Names names)
    {
        var attribute = $"{AttributeName(names)}Attribute";
        var number = $"{schema.Version.Split('-', '+')[0]}.0";
        var code = Header.Begin(schema)
            .Line("using System;")
            .Line("using System.Reflection;")
            .Line()
            .Line($"[assembly: AssemblyVersion({Literal.Of(number)})]")
            .Line($"[assembly: AssemblyFileVersion({Literal.Of(number)})]")
            .Line($"[assembly: AssemblyInformationalVersion({Literal.Of(schema.Version)})]")
            .Line()
            .Line($"namespace {names.RootNamespace};")
            .Line();

        code.Block("internal static class Utilities", () => code
            .Line("/// <summary>The provider version that every resource and every call asks for.</summary>")
            .Line($"public const string Version = {Literal.Of(schema.Version)};")
            .Line()
            .Block("public static string? GetEnv(params string[] names)", () => code
                .Block("foreach (var name in names)", () => code
                    .Line("if (Environment.GetEnvironmentVariable(name) is { } value)")
                    .Line("    return value;"))
                .Line()
                .Line("return null;"))
            .Line()
            .Line("/// <summary>The same value, secret from here on.</summary>")
            .Line("public static Output<T> Secret<T>(Input<T>? value) => Output.CreateSecret(0).Apply(_ => value)!;")
            .Line()
            .Block("public static InvokeOptions WithDefaults(this InvokeOptions? options)", () => code
                .Line("var defaults = options ?? new InvokeOptions();")
                .Line("defaults.Version ??= Version;")
                .Line("return defaults;"))
            .Line()
            .Block("public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options)", () => code
                .Line("var defaults = options ?? new InvokeOutputOptions();")
                .Line("defaults.Version ??= Version;")
                .Line("return defaults;")));

        code.Line()
            .Line($"internal sealed class {attribute}(string type) : global::Pulumi.ResourceTypeAttribute(type, Utilities.Version);");
        return new GeneratedFile("Package.cs", code.ToString());
    }
}
