using Preview.CommandLine;
using Preview.Programs;
using Preview.Watch;

namespace Preview.Tests.Watch;

public sealed class RebuildTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("preview-tests-").FullName;

    public RebuildTests() => File.WriteAllText(
        Path.Combine(folder, "app.csproj"),
        """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_project_is_built_when_its_source_has_changed_and_again_until_it_builds()
    {
        var source = Path.Combine(folder, "App.cs");
        var rebuild = new Rebuild(BuiltProjects.None.With(folder, Path.Combine(folder, "bin", "app.dll")));

        await File.WriteAllTextAsync(source, "internal sealed class App { int }");
        rebuild.Note([source]);
        var fault = await Assert.ThrowsAsync<UserErrorException>(() => rebuild.RunAsync(default));
        await File.WriteAllTextAsync(source, "internal sealed class App;");
        await rebuild.RunAsync(default);

        Assert.Contains($"The project {Path.GetFileName(folder)} does not build:", fault.Message, StringComparison.Ordinal);
        Assert.Contains("App.cs(1,", fault.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(folder, "bin"), "app.dll", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("Pulumi.dev.yaml")]
    [InlineData("README.md")]
    [InlineData("../elsewhere/App.cs")]
    public async Task Settings_pages_and_files_of_others_build_nothing(string file)
    {
        var rebuild = new Rebuild(BuiltProjects.None.With(folder, Path.Combine(folder, "bin", "app.dll")));

        rebuild.Note([Path.GetFullPath(Path.Combine(folder, file))]);
        await rebuild.RunAsync(default);

        Assert.False(Directory.Exists(Path.Combine(folder, "obj")));
    }
}
