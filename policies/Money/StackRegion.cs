namespace Policies.Money;

/// <summary>In which Region something is deployed, as far as that is known before deployment.</summary>
internal static class StackRegion
{
    /// <summary>The property of every resource and provider of AWS, whatever its type.</summary>
    public const string Property = "region";

    private const string Setting = "aws:region";
    private const string NativeSetting = "aws-native:region";
    private const string NativePackage = "aws-native:";

    /// <summary>The Region of the stack's own settings; null where they name none.</summary>
    public static string? Of(StackInfo stack) => stack.Config.GetValueOrDefault(Setting) ?? stack.Config.GetValueOrDefault(NativeSetting);

    /// <summary>Its own property, then its provider's, then the setting of the stack; null where none of them is known.</summary>
    public static string? Of(PolicyResource resource, StackInfo stack)
    {
        var own = resource.Inputs[Property];
        return own.HasValue || own.IsUnknown ? own.AsString() : OfProvider(resource) ?? OfSettings(resource, stack);
    }

    /// <summary>The Region of the provider; null where it does not say or that is not known yet.</summary>
    public static string? OfProvider(PolicyResource resource) => resource.Provider?.Properties[Property].AsString();

    private static string? OfSettings(PolicyResource resource, StackInfo stack) =>
        resource.Type.StartsWith(NativePackage, StringComparison.Ordinal) && stack.Config.GetValueOrDefault(NativeSetting) is { } native
            ? native
            : stack.Config.GetValueOrDefault(Setting);
}
