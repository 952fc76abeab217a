using Bill;

return BillCommand.Run(args, Console.OpenStandardOutput(), Console.Error, Console.IsErrorRedirected);
