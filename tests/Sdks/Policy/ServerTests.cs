using Pulumi.Policy;

namespace Sdks.Tests.Policy;

public class ServerTests
{
    [Fact]
    public async Task A_process_serves_one_pack_until_it_is_told_to_end_and_then_may_serve_another()
    {
        var (stdout, stderr) = (Console.Out, Console.Error);
        var said = new StringWriter();
        try
        {
            Console.SetError(said);
            using var end = new CancellationTokenSource();
            var first = PolicyPackServer.RunAsync(["127.0.0.1:1"], () => new("first", "1.0.0", []), end.Token);

            Assert.Equal(1, await PolicyPackServer.RunAsync(["127.0.0.1:1"], () => new("second", "1.0.0", [])));
            Assert.False(first.IsCompleted);
            await end.CancelAsync();
            Assert.Equal(0, await first.WaitAsync(TimeSpan.FromMinutes(1)));
            Assert.Equal(0, await PolicyPackServer.RunAsync(["127.0.0.1:1"], () => new("third", "1.0.0", []), end.Token));
        }
        finally
        {
            Console.SetOut(stdout);
            Console.SetError(stderr);
        }

        Assert.Equal(
            "second is not served: an engine expects one pack of a process, and this one serves first.", said.ToString().Trim());
    }
}
