using Benchmarks;

// Which measurements, by name; all without arguments.
return args is [PoliciesAlone.Argument, var file] ? PoliciesAlone.Run(file) : await Suite.RunAsync(args);
