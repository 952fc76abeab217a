using System.Security.Cryptography;
using Preview.Programs;

namespace Preview.Tests.Programs;

public sealed class LinkedProjectTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("preview-tests-").FullName;
    private readonly LinkedProject project;

    public LinkedProjectTests()
    {
        ImmutableArray<string> paths = ["App.csproj", "Program.cs", "Storage/Bucket.cs"];
        foreach (var path in paths)
        {
            Write(path, $"// {path}");
        }

        project = new("App", [.. paths.Select(path => new SourceFile(path, HashOf(path)))]);
    }

    [Fact]
    public void A_folder_with_the_same_sources_is_that_of_the_project()
    {
        Write("obj/Debug/Generated.cs", "// made by a build");
        Write("README.md", "no code");

        Assert.True(project.IsThatOf(folder));
        Assert.NotNull(new LinkedProjects([project]).Find(folder));
    }

    [Fact]
    public void A_file_that_has_changed_makes_it_another_project()
    {
        Write("Storage/Bucket.cs", "// changed");

        Assert.False(project.IsThatOf(folder));
        Assert.Null(new LinkedProjects([project]).Find(folder));
    }

    [Theory]
    [InlineData("New.cs")]
    [InlineData("Storage/New.cs")]
    public void A_file_that_is_new_makes_it_another_project(string path)
    {
        Write(path, "");

        Assert.False(project.IsThatOf(folder));
    }

    [Fact]
    public void A_file_that_is_gone_makes_it_another_project()
    {
        File.Delete(Path.Combine(folder, "Program.cs"));

        Assert.False(project.IsThatOf(folder));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_nobodys() => Assert.False(project.IsThatOf(Path.Combine(folder, "nowhere")));

    [Fact]
    public void A_preview_on_NET_has_nothing_inside() => Assert.Empty(LinkedProjects.OfThisExecutable.Projects);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private string HashOf(string path) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, path))));
}
