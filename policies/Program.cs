using Policies.Packs;

return await PolicyPackServer.RunAsync(args, Guardrails.Pack);
