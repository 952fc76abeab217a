using System.Collections.Immutable;
using System.Globalization;
using Preview.Engine;
using Pulumirpc;

namespace Preview.Policies;

/// <summary>Brings a pack from its start to the point where it judges.</summary>
internal static class PackLoader
{
    /// <summary>Where the policy cost-increase-limit looks for what the stack cost before; under the Pulumi CLI it is a setting like others.</summary>
    private const string BaselineSetting = "sagemaker-guardrails:baselineUsd";

    /// <param name="pack">The pack, not started.</param>
    /// <param name="location">Where it comes from.</param>
    /// <param name="given">What the user sets for its policies; null: what the stack names.</param>
    /// <param name="projectDirectory">Folder of Pulumi.yaml.</param>
    /// <param name="settings">The stack, read while the pack starts.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="PolicyPackFailedException">It does not start, or its configuration is faulty.</exception>
    public static async Task<LoadedPack> LoadAsync(
        IPolicyPack pack,
        PackLocation location,
        PackConfigFile? given,
        string projectDirectory,
        Task<EngineSettings> settings,
        CancellationToken cancellation)
    {
        await pack.HandshakeAsync(
            new() { EngineAddress = pack.EngineAddress, RootDirectory = location.Directory, ProgramDirectory = location.Directory }, cancellation);
        var stack = await settings;
        await pack.ConfigureStackAsync(StackMessage(stack), cancellation);
        var info = await pack.GetAnalyzerInfoAsync(cancellation);
        var configFile = given ?? PackConfigFile.OfStack(stack, info.Name, projectDirectory, location);
        if (!info.SupportsConfig && configFile is not null)
        {
            throw new PolicyPackFailedException(pack.Source, "takes no configuration; leave its --policy-pack-config empty.");
        }

        var configuration = PackConfiguration.Resolve(info, configFile ?? PackConfigFile.Empty);
        string[] faults = [.. PackSettingsCheck.Faults(info, configuration)];
        if (faults.Length > 0)
        {
            throw new PolicyPackFailedException(pack.Source, $"has a faulty configuration: {string.Join("; ", faults)}.");
        }

        if (info.SupportsConfig && configuration.Count > 0)
        {
            await pack.ConfigureAsync(new() { PolicyConfig = { configuration } }, cancellation);
        }

        return new(
            pack,
            info,
            location.File.Version ?? info.Version,
            configuration.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.EnforcementLevel, StringComparer.Ordinal))
        {
            Configuration = configFile?.Source,
            Configured = configuration,
        };
    }

    private static AnalyzerStackConfigureRequest StackMessage(EngineSettings settings)
    {
        var message = new AnalyzerStackConfigureRequest
        {
            Stack = settings.Stack,
            Project = settings.Project,
            Organization = EngineSettings.Organization,
            DryRun = true,
            ConfigSecretKeys = { settings.Config.SecretKeys },
            Config = { settings.Config.Values },
        };
        if (settings.BaselineUsd is { } usd)
        {
            message.Config[BaselineSetting] = usd.ToString(CultureInfo.InvariantCulture);
        }

        return message;
    }
}
