using System.Globalization;
using System.Text.RegularExpressions;

namespace Pulumi.Policy.Hosting;

/// <summary>Says of a property that it is not known yet, in the words of Pulumi's own policy packs.</summary>
internal static partial class UnknownProperty
{
    /// <summary>
    /// For example "string value at .resourceConfig.instanceType". Where an object around the property is unknown already, the
    /// sentence is about that object; the type is left out where the resource does not tell.
    /// </summary>
    public static string Describe(PolicyResource resource, string path)
    {
        var steps = Steps(path);
        return Find(resource.InputsValue, steps) ?? Find(resource.OutputsValue, steps) ?? $"value at {Dotted(steps)}";
    }

    /// <summary>Whether something on a path is unknown.</summary>
    public static bool IsAt(PolicyResource resource, string path)
    {
        var steps = Steps(path);
        return (Find(resource.InputsValue, steps) ?? Find(resource.OutputsValue, steps)) is not null;
    }

    /// <summary>A path as the words of Pulumi's own packs write it: .rules.0.days.</summary>
    public static string Dotted(string path) => Dotted(Steps(path));

    private static string Dotted(IEnumerable<string> steps) => $".{string.Join('.', steps)}";

    /// <summary>The names and indexes of a path, for example rules, 0 and days of rules[0].days.</summary>
    private static string[] Steps(string path) => [.. Step().Matches(path).Select(step => step.Groups["name"].Value)];

    private static string? Find(PropertyValue value, string[] steps)
    {
        for (var taken = 1; taken <= steps.Length; taken++)
        {
            var name = steps[taken - 1];
            value = value.Kind == PropertyKind.List
                ? int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? value[index] : default
                : value[name];
            if (value.IsUnknown)
            {
                return $"{TypeOf(value)} value at {Dotted(steps.Take(taken))}";
            }
        }

        return null;
    }

    /// <summary>A quoted name may hold whatever separates others.</summary>
    [GeneratedRegex("""\["(?<name>[^"]*)"\]|(?<name>[^.\[\]]+)""")]
    private static partial Regex Step();

    /// <summary>The engine uses another sentinel for each type; the wrapper of a secret may stand around it.</summary>
    private static string TypeOf(PropertyValue unknown)
    {
        var encoded = unknown.Encoded.Span;
        return encoded switch
        {
            _ when encoded.IndexOf("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7"u8) >= 0 => "boolean",
            _ when encoded.IndexOf("3eeb2bf0-c639-47a8-9e75-3b44932eb421"u8) >= 0 => "number",
            _ when encoded.IndexOf("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2"u8) >= 0 => "Array",
            _ when encoded.IndexOf("dd056dcd-154b-4c76-9bd3-c8f88648b5ff"u8) >= 0 => "Object",
            _ when encoded.IndexOf("030794c1-ac77-496b-92df-f27374a8bd58"u8) >= 0 => "asset",
            _ when encoded.IndexOf("e48ece36-62e2-4504-bad9-02848725956a"u8) >= 0 => "archive",
            _ => "string",
        };
    }
}
