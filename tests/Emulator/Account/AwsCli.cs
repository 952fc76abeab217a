using System.Diagnostics;

namespace Emulator.Tests.Account;

/// <summary>The AWS CLI, as people have it, with the account in memory.</summary>
internal static class AwsCli
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What it prints. The calling test is skipped, saying so, where it is not installed.</summary>
    /// <param name="folder">Where it runs, for <c>file://</c> paths.</param>
    public static async Task<byte[]> RunAsync(AwsAccount account, string folder, params string[] arguments)
    {
        var cli = AwsAccount.OnPath("aws");
        Skip.If(cli is null, "The AWS CLI is not on PATH.");
        var start = new ProcessStartInfo(cli, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = account.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "made-up",
            ["AWS_SECRET_ACCESS_KEY"] = "made-up",
            ["AWS_DEFAULT_REGION"] = AwsAccount.Region,
            ["AWS_CONFIG_FILE"] = Path.Combine(folder, "no-config"),
            ["AWS_PAGER"] = "",
        })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var printed = new MemoryStream();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(printed).WaitAsync(Patience);
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process.ExitCode == 0, await error);
        return printed.ToArray();
    }
}
