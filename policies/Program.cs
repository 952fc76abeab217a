using Policies.Packs;

// A process that serves the pack has no connection but the engine's, and no policy waits for one: what arrives there need not change
// threads, which takes longer than a policy.
if (args.Length > 0)
{
    Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
}

return await PolicyPackServer.RunAsync(args, () => Guardrails.Pack);
