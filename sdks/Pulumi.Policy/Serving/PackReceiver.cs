namespace Pulumi.Policy.Serving;

/// <summary>
/// An engine in the pack's own process: while it runs a pack's Main, <see cref="PolicyPackServer"/> hands the pack over instead of
/// serving it.
/// </summary>
internal static class PackReceiver
{
    private static readonly AsyncLocal<Action<PolicyHost>?> Receiving = new();

    /// <summary>Who takes the pack of the current Main, if anybody.</summary>
    internal static Action<PolicyHost>? Current => Receiving.Value;

    /// <summary>Runs a pack's Main.</summary>
    /// <returns>The pack that it would have served; null where it served none.</returns>
    internal static async Task<PolicyHost?> RunAsync(Func<Task> main)
    {
        PolicyHost? received = null;
        Receiving.Value = host => received = host;
        await main();
        return received;
    }
}
