using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Infra.Development;
using Infra.Tests.Builders;

namespace Infra.Tests.Development;

/// <summary>Runs the script of a notebook instance against a Jupyter that is made up.</summary>
public class IdleStopperTests
{
    private const string LongAgo = """{ "started": "2026-01-01T08:00:00Z", "last_activity": "2026-01-01T08:00:00Z" }""";
    private const string Old = "2026-01-01T09:00:00.123456Z";

    private static readonly string Script = Path.Combine(StackYaml.RepositoryFolder, "infra", "Development", "stop-when-idle.py");

    [Fact]
    public void It_fits_into_a_lifecycle_configuration() =>
        Assert.InRange(IdleStopper.Encoded(1440).Length, 1, IdleStopper.MostCharacters);

    [Fact]
    public void What_is_installed_is_the_script_with_the_minutes_asked_for()
    {
        var script = Encoding.UTF8.GetString(Convert.FromBase64String(IdleStopper.Encoded(45)));

        Assert.StartsWith("#!/bin/bash\n", script, StringComparison.Ordinal);
        Assert.Contains("--idle-minutes 45\n", script, StringComparison.Ordinal);
        Assert.Contains(File.ReadAllText(Script).ReplaceLineEndings("\n").TrimEnd() + "\nSTOPPER\n", script, StringComparison.Ordinal);
        Assert.DoesNotContain("@SCRIPT@", script, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', script);
    }

    [SkippableFact]
    public async Task What_is_idle_is_stopped_by_its_own_name() => Assert.EndsWith(
        "aws sagemaker stop-notebook-instance --notebook-instance-name exploration-1 --region eu-west-1",
        await Look(Kernel("idle", Old), Terminal(Old)), StringComparison.Ordinal);

    [SkippableFact]
    public async Task Without_kernel_and_terminal_the_start_counts() =>
        Assert.Contains("stop-notebook-instance", await Look("[]", "[]"), StringComparison.Ordinal);

    [SkippableFact]
    public async Task An_instance_that_has_just_started_goes_on() =>
        Assert.Equal("idle for 0 of 60 minutes", await Look("[]", "[]", $$"""{ "started": "{{DateTime.UtcNow:yyyy-MM-ddTHH:mm:ssZ}}" }"""));

    [SkippableTheory]
    [InlineData("busy")]
    [InlineData("starting")]
    public async Task A_kernel_that_works_keeps_it_however_long_its_cell_takes(string state) =>
        Assert.Equal("idle for 0 of 60 minutes", await Look(Kernel(state, Old), "[]"));

    [SkippableFact]
    public async Task A_kernel_or_terminal_that_was_used_keeps_it()
    {
        var recently = $"{DateTime.UtcNow.AddMinutes(-50.5):yyyy-MM-ddTHH:mm:ss.ffffffZ}";

        Assert.Equal("idle for 50 of 60 minutes", await Look(Kernel("idle", recently), Terminal(Old)));
        Assert.Equal("idle for 50 of 60 minutes", await Look(Kernel("idle", Old), Terminal(recently)));
    }

    [SkippableFact]
    public async Task Where_terminals_are_switched_off_kernels_decide() =>
        Assert.Contains("stop-notebook-instance", await Look(Kernel("idle", Old), null), StringComparison.Ordinal);

    [SkippableTheory]
    [InlineData("no JSON")]
    [InlineData("""[{ "id": "1" }]""")]
    public async Task What_cannot_be_found_out_stops_nothing(string kernels) => Assert.StartsWith(
        "Jupyter does not say when it was last used", await Look(kernels, "[]"), StringComparison.Ordinal);

    [SkippableFact]
    public async Task A_Jupyter_that_does_not_answer_stops_nothing() => Assert.StartsWith(
        "Jupyter does not say when it was last used", await Run($"http://127.0.0.1:{FreePort()}"), StringComparison.Ordinal);

    private static string Kernel(string state, string lastActivity) =>
        $$"""[{ "id": "1", "execution_state": "{{state}}", "last_activity": "{{lastActivity}}" }]""";

    private static string Terminal(string lastActivity) => $$"""[{ "name": "1", "last_activity": "{{lastActivity}}" }]""";

    private static async Task<string> Look(string kernels, string? terminals, string status = LongAgo)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var jupyter = new HttpListener();
        jupyter.Prefixes.Add($"{address}/");
        jupyter.Start();
        var serving = Serve(jupyter, kernels, terminals, status);
        var said = await Run(address);
        jupyter.Stop();
        await serving;
        return said;
    }

    private static async Task Serve(HttpListener jupyter, string kernels, string? terminals, string status)
    {
        try
        {
            while (true)
            {
                var call = await jupyter.GetContextAsync();
                var answer = call.Request.Url!.AbsolutePath switch
                {
                    "/api/status" => status,
                    "/api/kernels" => kernels,
                    "/api/terminals" => terminals,
                    _ => null,
                };
                call.Response.StatusCode = answer is null ? 404 : 200;
                await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer ?? "{}"));
                call.Response.Close();
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static async Task<string> Run(string jupyter)
    {
        var python = FindPython();
        Skip.If(python is null, "Python 3 is not on PATH.");
        var metadata = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            metadata,
            """{ "ResourceArn": "arn:aws:sagemaker:eu-west-1:123456789012:notebook-instance/exploration-1", "ResourceName": "exploration-1" }""");
        using var process = Process.Start(new ProcessStartInfo(
            python, [Script, "--idle-minutes", "60", "--jupyter", jupyter, "--metadata", metadata, "--dry-run"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(metadata);
        return said.Trim();
    }

    private static string? FindPython() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => OperatingSystem.IsWindows()
            ? new[] { Path.Combine(folder, "python.exe") }
            : [Path.Combine(folder, "python3")])
        .FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
