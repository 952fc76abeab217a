using System.Text.Json;

namespace Infra.Settings;

/// <summary>Reads the running stack's configuration from the engine.</summary>
internal static class StackConfig
{
    public const string AwsRegion = "aws:region";

    /// <summary>The Region of the provider <c>aws-native</c>.</summary>
    public const string NativeRegion = "aws-native:region";

    /// <exception cref="RunException">The stack file has faults; the message names them all.</exception>
    public static StackSettings Load()
    {
        var deployment = Deployment.Instance;
        var file = StackFile.Read(deployment.ProjectName, Read(deployment.ProjectName));
        return file.Settings
            ?? throw new RunException(SettingFault.Report($"Pulumi.{deployment.StackName}.yaml", file.Faults));
    }

    private static Dictionary<string, string> Read(string project)
    {
        var config = new Config();
        var values = KeysOf(project).ToDictionary(key => key, _ => "");
        foreach (var name in SettingsShape.PropertiesOf(typeof(StackSettings)).Select(SettingsShape.NameOf))
        {
            if (config.Get(name) is { } text)
                values[$"{project}:{name}"] = text;
        }

        foreach (var key in new[] { AwsRegion, NativeRegion })
        {
            if (new Config(key.Split(':')[0]).Get(key.Split(':')[1]) is { } region)
                values[key] = region;
        }

        return values;
    }

    /// <summary>
    /// The keys that are set, known or not. <see cref="Config"/> only answers for a key one can name, so misspelt ones are
    /// found where the language host hands over the configuration; without it, they are not looked for.
    /// </summary>
    private static IReadOnlyList<string> KeysOf(string project)
    {
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { Length: > 0 } text)
            return [];
        using var config = JsonDocument.Parse(text);
        return [.. config.RootElement.EnumerateObject()
            .Select(entry => entry.Name)
            .Where(key => key.StartsWith($"{project}:", StringComparison.Ordinal))];
    }
}
