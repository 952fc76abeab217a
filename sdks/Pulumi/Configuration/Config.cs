using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Configuration of the stack under one namespace, by default the project's.</summary>
/// <remarks>
/// What is read with a <c>Secret</c> method stays secret wherever it goes; what is read without is plain text, also if the stack
/// file keeps it encrypted.
/// </remarks>
public sealed class Config
{
    private readonly string name;
    private readonly ImmutableDictionary<string, string> values;

    public Config(string? name = null)
    {
        var deployment = Deployment.Instance;
        const string OldSuffix = ":config";
        name ??= deployment.ProjectName;
        this.name = name.EndsWith(OldSuffix, StringComparison.Ordinal) ? name[..^OldSuffix.Length] : name;
        values = deployment.Config;
    }

    public string? Get(string key) => values.GetValueOrDefault(FullKey(key));

    public Output<string>? GetSecret(string key) => Secret(Get(key));

    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var text => throw Mistyped(key, text, nameof(Boolean)),
    };

    public Output<bool>? GetSecretBoolean(string key) => Secret(GetBoolean(key));

    public int? GetInt32(string key) => Get(key) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw Mistyped(key, text, nameof(Int32)),
    };

    public Output<int>? GetSecretInt32(string key) => Secret(GetInt32(key));

    public double? GetDouble(string key) => Get(key) switch
    {
        null => null,
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        var text => throw Mistyped(key, text, nameof(Double)),
    };

    public Output<double>? GetSecretDouble(string key) => Secret(GetDouble(key));

    /// <summary>Reads a value that is kept as JSON; the type's default where there is none.</summary>
    [RequiresUnreferencedCode(Trimming.JsonByReflection)]
    [RequiresDynamicCode(Trimming.JsonByReflection)]
    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions? options = null)
    {
        if (Get(key) is not { } text)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException)
        {
            throw Mistyped(key, text, typeof(T).FullName);
        }
    }

    [RequiresUnreferencedCode(Trimming.JsonByReflection)]
    [RequiresDynamicCode(Trimming.JsonByReflection)]
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions? options = null) =>
        Get(key) is null ? null : Output.CreateSecret(GetObject<T>(key, options)!);

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key);

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key);

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key);

    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key);

    [RequiresUnreferencedCode(Trimming.JsonByReflection)]
    [RequiresDynamicCode(Trimming.JsonByReflection)]
    public T RequireObject<T>(string key, JsonSerializerOptions? options = null) =>
        Get(key) is null ? throw Missing(key) : GetObject<T>(key, options)!;

    [RequiresUnreferencedCode(Trimming.JsonByReflection)]
    [RequiresDynamicCode(Trimming.JsonByReflection)]
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions? options = null) =>
        GetSecretObject<T>(key, options) ?? throw Missing(key);

    private static Output<string>? Secret(string? value) => value is null ? null : Output.CreateSecret(value);

    private static Output<T>? Secret<T>(T? value)
        where T : struct => value is { } known ? Output.CreateSecret(known) : null;

    private string FullKey(string key) => $"{name}:{key}";

    private RunException Missing(string key) => new(
        $"Missing Required configuration variable '{FullKey(key)}'\n" +
        $"\tplease set a value using the command `pulumi config set {FullKey(key)} <value>`");

    private RunException Mistyped(string key, string value, string? type) =>
        new($"Configuration '{FullKey(key)}' value '{value}' is not a valid {type}");
}
