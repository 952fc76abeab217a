using Google.Protobuf;
using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>What a pack says of itself to the engine.</summary>
internal static class PackReport
{
    public static Rpc.AnalyzerInfo Of(PolicyPack pack)
    {
        var report = new Rpc.AnalyzerInfo
        {
            Name = pack.Name,
            DisplayName = pack.DisplayName ?? pack.Name,
            Version = pack.Version,
            Description = pack.Description ?? "",
            Readme = pack.Readme ?? "",
            Repository = pack.Repository ?? "",
            Provider = pack.Provider ?? "",
            Tags = { pack.Tags },
            SupportsConfig = true,
        };
        foreach (var (policy, level) in pack.Policies)
        {
            var info = policy.Info;
            report.Policies.Add(Of(policy, info, level));
            report.InitialConfig.Add(info.Name, InitialConfig(info, level));
        }

        return report;
    }

    private static Rpc.PolicyInfo Of(Policy policy, PolicyInfo info, EnforcementLevel level)
    {
        var report = new Rpc.PolicyInfo
        {
            Name = info.Name,
            DisplayName = info.DisplayName ?? info.Name,
            Description = info.Description,
            EnforcementLevel = (Rpc.EnforcementLevel)level,
            PolicyType = policy is StackPolicy ? Rpc.PolicyType.Stack : Rpc.PolicyType.Resource,
            Severity = (Rpc.PolicySeverity)info.Severity,
            RemediationSteps = info.Remediation ?? "",
            Url = info.Url ?? "",
            Tags = { info.Tags },
        };
        if (info.Framework is { } framework)
        {
            report.Framework = new()
            {
                Name = framework.Name,
                Version = framework.Version ?? "",
                Reference = framework.Reference ?? "",
                Specification = framework.Specification ?? "",
            };
        }

        if (info.Config is { } config)
        {
            report.ConfigSchema = new()
            {
                Properties = Encode(PropertyMap.Of(
                    config.Settings.Select(setting => KeyValuePair.Create(setting.Name, (object?)setting.Schema)))),
                Required = { config.Settings.Where(setting => setting.IsRequired).Select(setting => setting.Name) },
            };
        }

        return report;
    }

    /// <summary>An entry without a level would count as advisory, so each carries its own.</summary>
    private static Rpc.PolicyConfig InitialConfig(PolicyInfo info, EnforcementLevel level) => new()
    {
        EnforcementLevel = (Rpc.EnforcementLevel)level,
        Properties = Encode(PropertyMap.Of(
            from setting in info.Config?.Settings ?? []
            let byDefault = setting.Schema["default"]
            where !byDefault.IsMissing
            select KeyValuePair.Create(setting.Name, (object?)byDefault))),
    };

    private static ByteString Encode(PropertyMap map) => UnsafeByteOperations.UnsafeWrap(map.Encoded);
}
