using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A program asks what it runs for.</summary>
internal static class GetDeploymentInfo
{
    public static DeploymentInfo Answer(EngineSettings settings) => new()
    {
        Project = settings.Project,
        Stack = settings.Stack,
        Organization = EngineSettings.Organization,
        Config = { settings.Config.Values },
        ConfigSecretKeys = { settings.Config.SecretKeys },
        DryRun = true,
        Parallel = EngineSettings.Parallel,
        SupportedFeatures = { SupportsFeature.Offered.Values.Order() },
    };
}
