using System.Collections.Immutable;
using Preview.CommandLine;

namespace Preview.Projects;

/// <summary>
/// Real values of secure settings, from environment variables and a file. Never from the command line, which other users of the
/// machine can read.
/// </summary>
internal sealed class SecretValues(Func<string, string?> environment, ImmutableDictionary<string, string> fromFile)
{
    /// <summary>What a secure setting is in a preview that does not know its value.</summary>
    public const string Placeholder = "secret-placeholder";

    private const string VariablePrefix = "PREVIEW_SECRET_";

    public static SecretValues None { get; } = new(_ => null, ImmutableDictionary<string, string>.Empty);

    /// <summary>Reads the file, if there is one.</summary>
    /// <exception cref="UserErrorException">The file is missing or faulty.</exception>
    public static SecretValues Read(string project, string? file, Func<string, string?> environment)
    {
        if (file is null)
        {
            return new(environment, ImmutableDictionary<string, string>.Empty);
        }

        if (!File.Exists(file))
        {
            throw new UserErrorException($"There is no file {file}, which --secrets names.");
        }

        var values = YamlReader.ReadMap(File.ReadAllText(file), Path.GetFileName(file)).Members
            .ToImmutableDictionary(member => ConfigKey.Qualify(project, member.Name), member => ConfigText.Of(member.Value));
        return new(environment, values);
    }

    /// <summary>The value of a secure setting or of a secure part of one; null where nobody gave it.</summary>
    /// <param name="path">For example shop:token or shop:database.passwords[0].</param>
    public string? Find(string path) => environment(VariableFor(path)) ?? fromFile.GetValueOrDefault(path);

    /// <summary>The environment variable that holds the value of a secure setting.</summary>
    public static string VariableFor(string path) =>
        VariablePrefix + string.Concat(path.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_')).TrimEnd('_');
}
