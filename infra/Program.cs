using Infra;
using Infra.Settings;

return await Deployment.RunAsync(() => Platform.Deploy(StackConfig.Load()));
