using Benchmarks;

// Which measurements, by name; all without arguments.
return await Suite.RunAsync(args);
