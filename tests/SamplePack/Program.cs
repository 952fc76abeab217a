using Pulumi.Policy;
using SamplePack;

return await PolicyPackServer.RunAsync(args, () => Sample.Pack);
