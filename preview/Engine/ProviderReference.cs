namespace Preview.Engine;

/// <summary>How resources name their provider: URN::id.</summary>
internal static class ProviderReference
{
    private const string Separator = "::";

    public static string Of(RegisteredResource provider) => $"{provider.Urn}{Separator}{provider.Id}";

    public static string UrnOf(string reference) =>
        reference.LastIndexOf(Separator, StringComparison.Ordinal) is > 0 and var at ? reference[..at] : reference;
}
