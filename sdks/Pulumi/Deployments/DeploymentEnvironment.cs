using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>What the language host says of the deployment, in environment variables.</summary>
internal static class DeploymentEnvironment
{
    public const string DefaultOrganization = "organization";
    private const string ConfigVariable = "PULUMI_CONFIG";

    /// <summary>Ours alone: no other language host sets it.</summary>
    private const string PlacesVariable = "PULUMI_SOURCE_POSITIONS";

    /// <summary>The settings, and the addresses of resource monitor and engine.</summary>
    /// <exception cref="InvalidOperationException">The program was not started by the Pulumi CLI.</exception>
    public static (DeploymentSettings Settings, string Monitor, string Engine) Read()
    {
        var monitor = Required("PULUMI_MONITOR");
        var engine = Required("PULUMI_ENGINE");
        var settings = new DeploymentSettings(
            Required("PULUMI_PROJECT"),
            Required("PULUMI_STACK"),
            Optional("PULUMI_ORGANIZATION") ?? DefaultOrganization,
            Optional("PULUMI_ROOT_DIRECTORY"),
            RequiredFlag("PULUMI_DRY_RUN"),
            ReadConfig())
        {
            TellsPlaces = Optional(PlacesVariable) == "true",
        };
        _ = RequiredFlag("PULUMI_QUERY_MODE");
        _ = int.TryParse(Required("PULUMI_PARALLEL"), CultureInfo.InvariantCulture, out _) ? true : throw NotStartedByPulumi();
        return (settings, monitor, engine);
    }

    public static ImmutableDictionary<string, string> ReadConfig()
    {
        if (Optional(ConfigVariable) is not { } text)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        var config = ImmutableDictionary.CreateBuilder<string, string>();
        using var json = JsonDocument.Parse(text);
        foreach (var member in json.RootElement.EnumerateObject())
        {
            config[ConfigKey.Clean(member.Name)] = member.Value.ValueKind == JsonValueKind.String
                ? member.Value.GetString()!
                : member.Value.GetRawText();
        }

        return config.ToImmutable();
    }

    private static string? Optional(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static string Required(string variable) => Optional(variable) ?? throw NotStartedByPulumi();

    private static bool RequiredFlag(string variable) =>
        bool.TryParse(Required(variable), out var flag) ? flag : throw NotStartedByPulumi();

    private static InvalidOperationException NotStartedByPulumi() =>
        new("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
}
