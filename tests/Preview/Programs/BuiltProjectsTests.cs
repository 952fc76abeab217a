using Preview.Programs;

namespace Preview.Tests.Programs;

public sealed class BuiltProjectsTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("preview-tests-").FullName;

    [Fact]
    public void A_project_is_found_by_its_folder_wherever_the_tree_has_been_moved()
    {
        var assembly = Path.Combine(root, "policies", "bin", "Pack.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(assembly)!);
        File.WriteAllText(assembly, "");
        var built = BuiltProjects.Of(["../../policies|../../policies/bin/Pack.dll"], Path.Combine(root, "preview", "bin"));

        Assert.Equal(assembly, built.Find(Path.Combine(root, "policies") + Path.DirectorySeparatorChar));
        Assert.Equal(Path.Combine(root, "policies"), built.PackFolder);
        Assert.Null(built.Find(root));
    }

    [Fact]
    public void A_project_whose_assembly_is_gone_counts_as_not_built() =>
        Assert.Null(BuiltProjects.Of(["../../app|../../app/bin/App.dll"], Path.Combine(root, "preview", "bin")).Find(Path.Combine(root, "app")));

    public void Dispose() => Directory.Delete(root, recursive: true);
}
