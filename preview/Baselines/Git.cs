using System.Collections.Immutable;
using Preview.CommandLine;
using Preview.Processes;

namespace Preview.Baselines;

/// <summary>Asks git about the repository that a folder is in.</summary>
internal sealed class Git(string folder)
{
    private const int ShortHash = 7;

    /// <summary>The hash of the commit that a branch, tag or hash names.</summary>
    /// <exception cref="UserErrorException">git is missing, the folder is in no repository, or there is no such commit.</exception>
    public async Task<string> CommitAsync(string reference, CancellationToken cancellation)
    {
        if (await RunAsync(["rev-parse", "--git-dir"], cancellation) is { IsFine: false } outside)
        {
            throw new UserErrorException(
                $"--against {reference} needs a git repository, and {folder} is in none: {outside.Errors} "
                + "Compare with a saved preview instead: --baseline FILE");
        }

        var commit = await RunAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{reference}^{{commit}}"], cancellation);
        return commit.IsFine
            ? commit.Output
            : throw new UserErrorException(
                $"--against {reference}: the repository has no such commit, branch or tag. If it exists elsewhere, fetch it first "
                + $"(git fetch origin {reference}); a shallow clone has only the newest commits.");
    }

    /// <summary>The files that differ from a commit or are not in it, as paths from the repository's root.</summary>
    public async Task<ImmutableArray<string>> ChangedSinceAsync(string commit, CancellationToken cancellation)
    {
        var changed = await ExpectAsync(["diff", "--name-only", "--no-renames", commit], cancellation);
        var added = await ExpectAsync(["ls-files", "--others", "--exclude-standard", "--full-name", ":/"], cancellation);
        return [.. changed.Split('\n').Concat(added.Split('\n')).Where(path => path.Length > 0)];
    }

    /// <summary>The folder's path in the repository; empty for its root.</summary>
    public async Task<string> PrefixAsync(CancellationToken cancellation) =>
        (await ExpectAsync(["rev-parse", "--show-prefix"], cancellation)).Replace('/', Path.DirectorySeparatorChar);

    /// <exception cref="UserErrorException">git refuses.</exception>
    public async Task<string> ExpectAsync(ImmutableArray<string> arguments, CancellationToken cancellation)
    {
        var answer = await RunAsync(arguments, cancellation);
        return answer.IsFine
            ? answer.Output
            : throw new UserErrorException($"git {string.Join(' ', arguments)} failed: {answer.Errors}");
    }

    public async Task<GitAnswer> RunAsync(ImmutableArray<string> arguments, CancellationToken cancellation)
    {
        await using var git = ChildProcess.Start(new(Executables.Git, arguments, folder), _ => { });
        var output = git.Output.ReadToEndAsync(cancellation);
        var exitCode = await git.WaitAsync(cancellation);
        return new(exitCode == 0, (await output).Trim(), git.LastErrors);
    }

    public static string Short(string commit) => commit[..Math.Min(ShortHash, commit.Length)];
}

/// <param name="IsFine">Whether git did what it was asked.</param>
internal sealed record GitAnswer(bool IsFine, string Output, string Errors);
