using System.Globalization;
using System.Net;
using System.Text;
using Pulumi.Policy.Serving;

namespace Pulumi.Policy;

/// <summary>Serves a pack to a Pulumi engine: the whole Main of a policy pack.</summary>
/// <example>
/// <code>
/// return await PolicyPackServer.RunAsync(args, () => new("my-pack", "1.0.0", [new(new MyPolicy(), EnforcementLevel.Mandatory)]));
/// </code>
/// </example>
public static class PolicyPackServer
{
    private const int Success = 0;
    private const int OtherError = 1;
    private const int UsageError = 2;

    private static PolicyPack? served;

    /// <summary>
    /// Answers the engine until it asks for the end, the process is told to end, or the engine or the parent process is gone. Stdout
    /// carries one line, the port; what a policy writes to the console goes to stderr, also while the pack is made.
    /// </summary>
    /// <param name="args">The arguments of the process, from the engine.</param>
    /// <param name="createPack">Makes what to serve.</param>
    /// <param name="cancellationToken">Ends the serving as the engine's own request to end does.</param>
    /// <returns>The exit code: 0, 1 for a faulty pack, 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(string[] args, Func<PolicyPack> createPack, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(createPack);
        if (PackReceiver.Current is { } receive)
        {
            receive(new(createPack()));
            return Success;
        }

        // Before the pack is made, whose policies may print already: the engine takes the first line for the port.
        await using var stdout = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        var pack = createPack();
        if (ServerArguments.EngineAddress(args) is not { } engine)
        {
            await Console.Error.WriteLineAsync(Usage(args, pack));
            return UsageError;
        }

        if (Interlocked.CompareExchange(ref served, pack, null) is { } other)
        {
            await Console.Error.WriteLineAsync(
                $"{pack.Name} is not served: an engine expects one pack of a process, and this one serves {other.Name}.");
            return OtherError;
        }

        try
        {
            return await ServeAsync(pack, engine, stdout, cancellationToken);
        }
        finally
        {
            served = null;
        }
    }

    private static async Task<int> ServeAsync(PolicyPack pack, EndPoint engine, Stream stdout, CancellationToken cancellationToken)
    {
        var parent = new ParentWatch();
        PolicyHost host;
        try
        {
            host = new(pack);
        }
        catch (PolicyPackException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return OtherError;
        }

        using var lastWords = new LastWords(pack, host.Activity);
        using var server = await AnalyzerServer.StartAsync(host);
        await using var end = cancellationToken.Register(server.Stop);
        var port = string.Create(CultureInfo.InvariantCulture, $"{server.Port}\n");
        await stdout.WriteAsync(Encoding.ASCII.GetBytes(port), CancellationToken.None);
        await stdout.FlushAsync(CancellationToken.None);
        await server.RunUntilAsync(cancellation => EngineWatch.UntilGoneAsync(engine, cancellation), parent.UntilGoneAsync);
        return Success;
    }

    private static string Usage(string[] args, PolicyPack pack) =>
        $"""
        {pack.Name} {pack.Version} is a policy pack. A Pulumi engine starts it and gives it the engine's address as the last argument.
        Found: {(args.Length == 0 ? "no arguments" : string.Join(' ', args))}. Accepted: an address such as 127.0.0.1:50051.
        To try the pack on a program: pulumi preview --policy-pack <folder of PulumiPolicy.yaml, or this executable>
        """;
}
