namespace Policies.Workloads.Definitions;

/// <summary>The parameters of a pipeline, with which expressions in its steps are resolved.</summary>
/// <remarks>A default may be overridden when the pipeline starts; what is deployed is the default.</remarks>
internal sealed class PipelineParameters
{
    private const string Prefix = "Parameters.";

    private readonly Dictionary<string, PropertyValue> defaults = [];

    public PipelineParameters(PropertyValue pipeline)
    {
        foreach (var parameter in pipeline["Parameters"].Items)
        {
            if (parameter["Name"].AsString() is { } name)
            {
                defaults[name] = parameter["DefaultValue"];
            }
        }
    }

    /// <summary>What an expression stands for: a parameter's default, or texts joined; unknown for every other one.</summary>
    public PropertyValue Resolve(PropertyValue value) => value.Kind != PropertyKind.Object || value.Members.Count != 1
        ? value
        : (value["Get"], value["Std:Join"], value["Std:JsonGet"]) switch
        {
            ({ IsMissing: false } get, _, _) => Get(get.AsString()),
            (_, { IsMissing: false } join, _) => Join(join),
            (_, _, { IsMissing: false }) => PropertyValue.Unknown,
            _ => value,
        };

    private PropertyValue Get(string? name) =>
        name?.StartsWith(Prefix, StringComparison.Ordinal) == true
        && defaults.TryGetValue(name[Prefix.Length..], out var value)
        && value.HasValue
            ? value
            : PropertyValue.Unknown;

    private PropertyValue Join(PropertyValue join)
    {
        var texts = new List<string>();
        var isSecret = join.IsSecret;
        foreach (var item in join["Values"].Items)
        {
            var part = Resolve(item);
            if (part.AsString() is not { } text)
            {
                return PropertyValue.Unknown;
            }

            isSecret |= part.IsSecret;
            texts.Add(text);
        }

        var joined = string.Join(join["On"].AsString(), texts);
        return isSecret ? PropertyValue.SecretOf(joined) : PropertyValue.Of(joined);
    }
}
