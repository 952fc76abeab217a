using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Preview.Providers.Functions;

/// <summary>Where a provider works, as far as its settings tell: an offline preview asks no one.</summary>
/// <param name="Region">Name of the region; unknown where the provider's own setting is.</param>
/// <param name="AccountId">The account.</param>
/// <param name="IsRegionAssumed">Whether nobody named a region.</param>
internal sealed record AwsPlace(PropertyValue Region, string AccountId, bool IsRegionAssumed)
{
    /// <summary>Where no setting names a region.</summary>
    public const string DefaultRegion = "us-east-1";

    /// <summary>The account of AWS's own examples, where no setting names one.</summary>
    public const string ExampleAccount = "123456789012";

    private static readonly ImmutableArray<string> RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    /// <summary>Reads the provider's settings, then the environment, as the AWS provider does.</summary>
    public static AwsPlace Of(PropertyMap provider, Func<string, string?> environment)
    {
        var account = AccountOf(provider["allowedAccountIds"]) ?? ExampleAccount;
        var region = provider["region"];
        if (region.IsUnknown || region.AsString() is { Length: > 0 })
        {
            return new(region, account, IsRegionAssumed: false);
        }

        var fromEnvironment = RegionVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return new(PropertyValue.Of(fromEnvironment ?? DefaultRegion), account, fromEnvironment is null);
    }

    /// <summary>The one account that the provider is allowed to work in, which settings give as JSON text.</summary>
    private static string? AccountOf(PropertyValue allowed)
    {
        if (allowed.Kind == PropertyKind.List)
        {
            return allowed.Items.Count == 1 ? allowed[0].AsString() : null;
        }

        if (allowed.AsString() is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text) is JsonArray { Count: 1 } accounts && accounts[0] is JsonValue only && only.TryGetValue<string>(out var account) && account.Length > 0
                ? account
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
