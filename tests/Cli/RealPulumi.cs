namespace Cli.Tests;

/// <summary>The real Pulumi CLI, where this machine has one.</summary>
/// <remarks>
/// Needed on PATH: pulumi and pulumi-language-dotnet, and providers that need no account. Where they are missing, a test says so and
/// skips; where the environment variable <c>REQUIRE_PULUMI_CLI</c> is set (as <c>.ci/run</c> does), it fails instead.
/// </remarks>
internal static class RealPulumi
{
    /// <summary>Skips the running test unless every one of these programs is on PATH.</summary>
    public static void Require(params string[] alsoNeeded)
    {
        string[] missing = [.. ((string[])["pulumi", "pulumi-language-dotnet", "pulumi-resource-aws", .. alsoNeeded])
            .Where(program => FindOnPath(program) is null)];
        var reason = $"not on PATH: {string.Join(", ", missing)}";
        if (missing.Length > 0 && Environment.GetEnvironmentVariable("REQUIRE_PULUMI_CLI") is { Length: > 0 })
        {
            Assert.Fail($"REQUIRE_PULUMI_CLI is set, but {reason}");
        }

        Skip.If(missing.Length > 0, reason);
    }

    public static string? FindOnPath(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{program}.exe", $"{program}.cmd"] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
