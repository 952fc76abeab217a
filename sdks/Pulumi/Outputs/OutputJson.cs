using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>JSON of a value, in which outputs and inputs may stand anywhere; unknown while one of these is.</summary>
    [RequiresUnreferencedCode(Trimming.JsonByReflection)]
    [RequiresDynamicCode(Trimming.JsonByReflection)]
    public static Output<string> JsonSerialize<T>(Output<T> output, JsonSerializerOptions? options = null) =>
        new(JsonOutputSerializer.SerializeAsync(output.Data, typeof(T), options));

    [RequiresUnreferencedCode(Trimming.JsonByReflection)]
    [RequiresDynamicCode(Trimming.JsonByReflection)]
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null) =>
        json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);
}
