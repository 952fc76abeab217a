using Preview.Engine;

namespace Preview.Reports;

/// <summary>Resources whose inputs nothing here could check, by the reason and by name.</summary>
internal static class UncheckedLines
{
    private const int MostNames = 8;

    public static IEnumerable<string> Of(IEnumerable<RegisteredResource> resources)
    {
        var reasons = resources.Where(resource => resource.IsUnchecked).ToLookup(ReasonOf);
        foreach (var package in reasons[Reason.NoSchema].GroupBy(resource => TypeToken.PackageOf(resource.Type)).OrderBy(package => package.Key, StringComparer.Ordinal))
        {
            yield return $"{Count(package)} of {package.Key}, of types that no schema here describes: "
                + Names(package.Select(resource => ResourceTree.ShortType(resource.Type)[(package.Key.Length + 1)..]));
        }

        if (reasons[Reason.Dynamic].Any())
        {
            yield return $"{Count(reasons[Reason.Dynamic])} of dynamic providers, which are code of the program that no preview runs: "
                + Names(reasons[Reason.Dynamic].Select(resource => resource.Name));
        }

        if (reasons[Reason.UnknownProvider].Any())
        {
            yield return $"{Count(reasons[Reason.UnknownProvider])} whose provider has settings that are not known before deployment: "
                + Names(reasons[Reason.UnknownProvider].Select(resource => resource.Name));
        }
    }

    private static Reason ReasonOf(RegisteredResource resource) =>
        TypeToken.IsDynamic(resource.Type) ? Reason.Dynamic
        : resource.Provider?.Inputs.ContainsUnknown() == true ? Reason.UnknownProvider
        : Reason.NoSchema;

    private static string Count(IEnumerable<RegisteredResource> resources) => Summary.Plural(resources.Count(), "resource");

    private static string Names(IEnumerable<string> all)
    {
        string[] names = [.. all.Distinct().Order(StringComparer.Ordinal)];
        return string.Join(", ", names.Take(MostNames)) + (names.Length > MostNames ? $" and {names.Length - MostNames} more" : "");
    }

    private enum Reason
    {
        NoSchema,
        Dynamic,
        UnknownProvider,
    }
}
