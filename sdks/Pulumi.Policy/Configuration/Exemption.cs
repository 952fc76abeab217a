using System.Globalization;
using System.IO.Enumeration;

namespace Pulumi.Policy.Configuration;

/// <summary>That a user accepts what a policy has against some resources, for a while.</summary>
/// <param name="Resource">Their name or URN, * standing for any characters.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Expires">The last day on which it is accepted, in UTC.</param>
internal sealed record Exemption(string Resource, string Reason, string Owner, DateOnly Expires)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Whether it is about one name or URN.</summary>
    public bool IsLiteral => !Resource.Contains('*', StringComparison.Ordinal);

    /// <summary>The last day as text.</summary>
    public string ExpiresText => Expires.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The exemptions in a setting that its schema accepts; a date that is none is added to the problems.</summary>
    public static ImmutableArray<Exemption> Read(PropertyValue setting, string path, ICollection<string> problems)
    {
        var exemptions = ImmutableArray.CreateBuilder<Exemption>();
        var index = 0;
        foreach (var item in setting.Items)
        {
            var at = $"{path}[{index++}]";
            var expires = item["expires"].AsString()!;
            if (DateOnly.TryParseExact(expires, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                exemptions.Add(new(item["resource"].AsString()!, Line(item["reason"]), Line(item["owner"]), date));
            }
            else
            {
                problems.Add($"{at}.expires is \"{expires}\", accepted is a date such as 2027-03-31 ({DateFormat})");
            }
        }

        return exemptions.DrainToImmutable();
    }

    /// <summary>Whether it is about a resource; of the stack itself where that is no resource, only where it is about everything.</summary>
    public bool Covers(PolicyResource? resource) =>
        resource is null ? Resource == "*" : Matches(resource.Name) || Matches(resource.Urn);

    private bool Matches(string text) => FileSystemName.MatchesSimpleExpression(Resource, text, ignoreCase: false);

    private static string Line(PropertyValue text) => text.AsString()!.ReplaceLineEndings(" ");
}
