using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Compute;

namespace Infra.Settings;

/// <summary>What one <c>Pulumi.&lt;stack&gt;.yaml</c> comes to: settings, or everything that is wrong with it.</summary>
/// <param name="Settings">Null if there is any fault.</param>
internal sealed record StackFile(StackSettings? Settings, IReadOnlyList<SettingFault> Faults)
{
    /// <summary>Reads configuration as the engine hands it to a program: text by key, objects and lists as JSON.</summary>
    /// <param name="project">The project's name, which prefixes its keys.</param>
    /// <param name="config">Text by full key. Keys of other namespaces are somebody else's and ignored.</param>
    public static StackFile Read(string project, IReadOnlyDictionary<string, string> config)
    {
        var prefix = $"{project}:";
        var properties = SettingsShape.PropertiesOf(typeof(StackSettings));
        var json = new JsonObject();
        foreach (var (key, text) in config.Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var name = key[prefix.Length..];
            var isText = properties.Any(property =>
                SettingsShape.NameOf(property) == name && property.PropertyType == typeof(string));
            json[name] = isText ? JsonValue.Create(text) : Parse(text);
        }

        var binder = new SettingsBinder();
        var settings = (StackSettings)binder.Record(typeof(StackSettings), json, prefix);
        var broken = Rules.Check(settings, prefix, binder.Faults.Select(fault => fault.Path));
        IReadOnlyList<SettingFault> faults = [.. binder.Faults, .. broken];
        if (faults.Count == 0 && config.TryGetValue(StackConfig.AwsRegion, out var region))
            faults = [.. FarImages(settings, prefix, region), .. OtherRegion(settings, region, config)];
        return new(faults.Count == 0 ? settings : null, faults);
    }

    /// <summary>SageMaker pulls images from its own Region only.</summary>
    private static IEnumerable<SettingFault> FarImages(StackSettings settings, string prefix, string region) =>
        from image in settings.Images()
        let found = EcrImage.Parse(image.Value).Region
        where found != region
        select new SettingFault(
            prefix + image.Key, $"is in {found}", $"an image in {region}, the stack's aws:region");

    /// <summary>
    /// Inference components come from a provider of their own, which takes its Region from its own setting.
    /// </summary>
    private static IEnumerable<SettingFault> OtherRegion(
        StackSettings settings, string region, IReadOnlyDictionary<string, string> config)
    {
        var needy = settings.RealtimeEndpoints.Where(endpoint => endpoint.Value.ScaleToZero is not null).ToArray();
        var native = config.GetValueOrDefault(StackConfig.NativeRegion);
        if (needy.Length > 0 && native != region)
        {
            yield return new(
                StackConfig.NativeRegion, native is null ? "is missing" : $"is '{native}'",
                $"{region}, the stack's aws:region, because realtimeEndpoints.{needy[0].Key} scales to zero");
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
