using PeerPack;

return await PolicyPackServer.RunAsync(args, () => Examples.Pack);
