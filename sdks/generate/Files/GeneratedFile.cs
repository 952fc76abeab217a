namespace Generate.Files;

/// <param name="Path">Relative to the output folder, with <c>/</c>.</param>
internal sealed record GeneratedFile(string Path, string Text);
