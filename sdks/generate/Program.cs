using Generate;

return Cli.Run(args, Console.Out, Console.Error);
