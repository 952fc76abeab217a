using Wasteful;

return await Deployment.RunAsync(WastefulStack.Deploy);
