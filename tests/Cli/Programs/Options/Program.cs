using Options;

return await Deployment.RunAsync(EveryOption.Deploy);
