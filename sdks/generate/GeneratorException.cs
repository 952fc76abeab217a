namespace Generate;

/// <summary>A fault in what the generator was given: a schema, a manifest, an argument.</summary>
internal sealed class GeneratorException(string message, string file, int? line = null) : Exception(message)
{
    /// <summary>In the shape MSBuild recognises, so that a build and an editor show file and line.</summary>
    public string Report => $"{file}{(line is null ? "" : $"({line})")}: error GENERATE: {Message}";
}
