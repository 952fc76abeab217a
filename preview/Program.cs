using Preview;

return (int)await PreviewCommand.RunAsync(args);
