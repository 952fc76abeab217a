using System.Diagnostics;
using Preview.Tests.Runs;

namespace Preview.Tests.Baselines;

/// <summary>A project in a git repository of its own.</summary>
internal sealed class SampleRepository : IDisposable
{
    private readonly SampleProject project = new();

    public SampleRepository()
    {
        Git("init", "--quiet", "--initial-branch", "main");
        Commit();
    }

    public string Folder => project.Folder;

    public string Write(string file, string text) => project.Write(file, text);

    /// <summary>States the usage of the bucket in the stack dev.</summary>
    public void StateUsage(string usage) => Write("Pulumi.dev.yaml", $$"""
        config:
          aws:region: eu-west-1
          token: { secure: v1:not-read }
          usage: { data: {{usage}} }
        """);

    public void Commit()
    {
        Git("add", "--all");
        Git("-c", "user.name=tests", "-c", "user.email=tests@example.com", "commit", "--quiet", "--message", "as it is");
    }

    public Task<PreviewProcess> PreviewAsync(params string[] arguments) => project.PreviewAsync(arguments);

    /// <summary>The working trees that git knows of, this one included.</summary>
    public int Worktrees() => Git("worktree", "list", "--porcelain").Split('\n').Count(line => line.StartsWith("worktree ", StringComparison.Ordinal));

    public void Dispose()
    {
        // Objects of git are read-only, which Windows does not delete.
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        project.Dispose();
    }

    private string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (git.StandardOutput.ReadToEndAsync(), git.StandardError.ReadToEndAsync());
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, error.Result);
        return output.Result;
    }
}
