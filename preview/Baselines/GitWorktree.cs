namespace Preview.Baselines;

/// <summary>A commit as files, in a folder of its own that goes when it is no longer needed.</summary>
internal sealed class GitWorktree : IAsyncDisposable
{
    private readonly Git git;
    private readonly string temporary;

    private GitWorktree(Git git, string temporary) => (this.git, this.temporary) = (git, temporary);

    public string Folder => Path.Combine(temporary, "base");

    public static async Task<GitWorktree> AddAsync(Git git, string commit, CancellationToken cancellation)
    {
        var tree = new GitWorktree(git, Directory.CreateTempSubdirectory("preview-base-").FullName);
        try
        {
            await git.ExpectAsync(["worktree", "add", "--quiet", "--detach", tree.Folder, commit], cancellation);
            return tree;
        }
        catch
        {
            await tree.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes it even where the run was interrupted; git forgets a folder that is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await git.RunAsync(["worktree", "remove", "--force", Folder], CancellationToken.None);
        try
        {
            Directory.Delete(temporary, recursive: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A process that was ended may hold a file for a moment; the folder is a temporary one.
        }

        await git.RunAsync(["worktree", "prune"], CancellationToken.None);
    }
}
