using Google.Protobuf;
using Pulumi.Policy.Configuration;
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
        foreach (var packed in pack.Policies)
        {
            var info = packed.Policy.Info;
            report.Policies.Add(Of(packed.Policy, info, packed.Level));
            report.InitialConfig.Add(info.Name, InitialConfig(packed, info));
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
            Message = info.Message ?? "",
            EnforcementLevel = (Rpc.EnforcementLevel)level,
            PolicyType = policy is StackPolicy ? Rpc.PolicyType.Stack : Rpc.PolicyType.Resource,
            Severity = (Rpc.PolicySeverity)info.Severity,
            RemediationSteps = info.Remediation ?? "",
            Url = info.Url ?? "",
            Tags = { info.Tags },
            ConfigSchema = SchemaOf(info.Config?.Settings ?? []),
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

        return report;
    }

    private static Rpc.PolicyConfigSchema SchemaOf(ImmutableArray<PolicySetting> settings) => new()
    {
        Properties = Encode(PropertyMap.Of(
            settings.AddRange(CommonSettings.All).Select(setting => KeyValuePair.Create(setting.Name, (object?)setting.Schema)))),
        Required = { settings.Where(setting => setting.MustBeGiven).Select(setting => setting.Name) },
    };

    /// <summary>An entry without a level would count as advisory, so each carries its own.</summary>
    private static Rpc.PolicyConfig InitialConfig(PackedPolicy packed, PolicyInfo info) => new()
    {
        EnforcementLevel = (Rpc.EnforcementLevel)packed.Level,
        Properties = Encode(PolicySettings.Over(packed.Settings, PropertyMap.Of(
        [
            .. from setting in info.Config?.Settings ?? []
               let byDefault = setting.Schema["default"]
               where !byDefault.IsMissing
               select KeyValuePair.Create(setting.Name, (object?)byDefault),
            .. packed.UnknownIsViolation
                ? [KeyValuePair.Create(CommonSettings.Unknown.Name, (object?)CommonSettings.Violation)]
                : (KeyValuePair<string, object?>[])[],
        ]))),
    };

    private static ByteString Encode(PropertyMap map) => UnsafeByteOperations.UnsafeWrap(map.Encoded);
}
