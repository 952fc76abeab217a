using Pulumi;
using Pulumi.Policy;
using SampleProgram;

// A policy pack gets the engine's address as its argument; a program gets none.
return args.Length > 0
    ? await PolicyPackServer.RunAsync(args, () => DyingPack.Pack)
    : await Deployment.RunAsync(Behaviour.RunAsync);
