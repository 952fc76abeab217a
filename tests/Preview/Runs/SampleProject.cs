namespace Preview.Tests.Runs;

/// <summary>A project in a folder of its own, whose program is built already.</summary>
internal sealed class SampleProject : IDisposable
{
    public SampleProject(string? program = null)
    {
        Folder = Directory.CreateTempSubdirectory("preview-tests-").FullName;
        Write("Pulumi.yaml", $$"""
            name: sample
            runtime:
              name: dotnet
              options:
                binary: {{program ?? Built.SampleProgram}}
            config:
              behaviour: { type: string, default: fine }
              processIdFile: { type: string, default: "" }
              token: { type: string, secret: true, default: "" }
              usage: { type: object, default: {} }
            """);
        Write("Pulumi.dev.yaml", """
            config:
              aws:region: eu-west-1
              token: { secure: v1:not-read }
            """);
        Write("Pulumi.prod.yaml", "config: { token: { secure: v1:not-read } }\n");
    }

    public string Folder { get; }

    public string Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Previews the project under the sample pack, unless the arguments name another.</summary>
    public Task<PreviewProcess> PreviewAsync(params string[] arguments) => PreviewProcess.RunAsync(
        Folder, arguments.Contains("--policy-pack") ? arguments : [.. arguments, "--policy-pack", Built.SamplePack]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
