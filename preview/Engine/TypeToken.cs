namespace Preview.Engine;

/// <summary>Type tokens: package:module:Name.</summary>
internal static class TypeToken
{
    /// <summary>pulumi-nodejs, pulumi-python and so on: packages that are no plugins.</summary>
    private const string DynamicPrefix = "pulumi-";

    private const string ProviderPrefix = "pulumi:providers:";

    /// <summary>The package that a type belongs to; the package of a provider for a provider.</summary>
    public static string PackageOf(string type) =>
        ProviderPackageOf(type) ?? (type.IndexOf(':') is >= 0 and var colon ? type[..colon] : type);

    /// <summary>The package that a provider is for; null for a type that is no provider.</summary>
    public static string? ProviderPackageOf(string type) =>
        type.StartsWith(ProviderPrefix, StringComparison.Ordinal) ? type[ProviderPrefix.Length..] : null;

    /// <summary>Whether the provider of a type is code of the program itself.</summary>
    public static bool IsDynamic(string type) => type.StartsWith(DynamicPrefix, StringComparison.Ordinal);

    public static string ProviderOf(string package) => ProviderPrefix + package;

    public static bool HasThreeParts(string type) => type.Split(':') is [{ Length: > 0 }, _, { Length: > 0 }];
}
