using System.Text.RegularExpressions;
using Google.Protobuf;
using PropertyValues;
using Pulumi.Policy;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

/// <summary>What an engine would say to a pack.</summary>
internal static class Engine
{
    public const string Bucket = "aws:s3/bucket:Bucket";

    public static PolicyHost HostOf(params PackedPolicy[] policies) => new(Pack(policies));

    public static PolicyHost Host(Pulumi.Policy.Policy policy, EnforcementLevel level = EnforcementLevel.Mandatory) =>
        HostOf(new PackedPolicy(policy, level));

    public static PolicyPack Pack(params PackedPolicy[] policies) => new("test-pack", "1.2.3", [.. policies]);

    public static ByteString Bytes(PropertyMap map) => ByteString.CopyFrom(map.Encoded.Span);

    public static Rpc.AnalyzeRequest Request(PropertyMap inputs = default, string name = "models", string type = Bucket) => new()
    {
        Type = type,
        Name = name,
        Urn = Urn(name, type),
        Properties = Bytes(inputs),
        Options = new() { CustomTimeouts = new() },
    };

    public static Rpc.AnalyzerResource Resource(PropertyMap outputs = default, string name = "models", string type = Bucket) => new()
    {
        Type = type,
        Name = name,
        Urn = Urn(name, type),
        Properties = Bytes(outputs),
        Options = new() { CustomTimeouts = new() },
    };

    public static string Urn(string name = "models", string type = Bucket) => $"urn:pulumi:dev::shop::{type}::{name}";

    /// <summary>A message about a policy that throws, without the place in its code.</summary>
    public static string WithoutPlace(string message) => Regex.Replace(message, @" \(at [^\n]+\)(?=\n)", "");

    public static void Configure(
        this PolicyHost host, string policy, EnforcementLevel level = EnforcementLevel.Mandatory, PropertyMap settings = default) =>
        host.Configure(new()
        {
            PolicyConfig = { [policy] = new() { EnforcementLevel = (Rpc.EnforcementLevel)level, Properties = Bytes(settings) } },
        });
}
