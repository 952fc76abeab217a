using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Serializes a document with outputs inside of it.</summary>
/// <remarks>A JSON converter cannot wait: the document is written again until every output in it has its final state.</remarks>
internal static class JsonOutputSerializer
{
    private const string Warned = "SerializeAsync says so already.";

    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Extended = [];

    /// <summary>What the pass under way on this thread has met.</summary>
    [ThreadStatic]
    private static Found? current;

    [RequiresUnreferencedCode(Trimming.JsonByReflection)]
    [RequiresDynamicCode(Trimming.JsonByReflection)]
    public static async Task<OutputData> SerializeAsync(Task<OutputData> document, Type type, JsonSerializerOptions? options)
    {
        var data = await document;
        if (!data.IsKnown)
        {
            return data;
        }

        var extended = Extended.GetValue(options ?? JsonSerializerOptions.Default, Extend);
        while (true)
        {
            var (text, found) = Write(data.Value, type, extended);
            if (found.Pending.Count == 0)
            {
                return data.Then(found.Data with { Value = found.Data.IsKnown ? text : null });
            }

            await Task.WhenAll(found.Pending);
        }
    }

    [RequiresUnreferencedCode(Trimming.JsonByReflection)]
    [RequiresDynamicCode(Trimming.JsonByReflection)]
    private static (string Text, Found Found) Write(object? document, Type type, JsonSerializerOptions options)
    {
        var outer = current;
        var found = new Found();
        current = found;
        try
        {
            return (JsonSerializer.Serialize(document, type, options), found);
        }
        finally
        {
            current = outer;
        }
    }

    private static JsonSerializerOptions Extend(JsonSerializerOptions options)
    {
        var extended = new JsonSerializerOptions(options);
        extended.Converters.Insert(0, new OutputConverterFactory());
        return extended;
    }

    private sealed class Found
    {
        public List<Task> Pending { get; } = [];

        public OutputData Data { get; private set; } = OutputData.Known(null);

        public void Add(OutputData met) => Data = Data.Then(met) with { IsKnown = Data.IsKnown && met.IsKnown };
    }

    private sealed class OutputConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => ValueType(typeToConvert) is not null;

        [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Warned)]
        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(
                typeof(OutputConverter<>).MakeGenericType(typeToConvert), ValueType(typeToConvert))!;

        /// <summary>The type inside of an output or input, also of a class that derives from one.</summary>
        private static Type? ValueType(Type type)
        {
            for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
            {
                if (candidate.IsGenericType && candidate.GetGenericTypeDefinition() is var definition
                    && (definition == typeof(Output<>) || definition == typeof(Input<>)))
                {
                    return candidate.GetGenericArguments()[0];
                }
            }

            return null;
        }
    }

    private sealed class OutputConverter<TOutput>(Type valueType) : JsonConverter<TOutput>
    {
        public override TOutput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException($"{typeToConvert} cannot be read from JSON; use Output.JsonDeserialize.");

        [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Warned)]
        [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Warned)]
        public override void Write(Utf8JsonWriter writer, TOutput value, JsonSerializerOptions options)
        {
            var task = value is IInput input ? input.Data : ((IOutput)value!).Data;
            if (!task.IsCompletedSuccessfully)
            {
                current!.Pending.Add(task);
                writer.WriteNullValue();
                return;
            }

            current!.Add(task.Result);
            if (task.Result is { IsKnown: true, Value: { } known })
            {
                JsonSerializer.Serialize(writer, known, valueType, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
