using System.Collections.Concurrent;
using Google.Protobuf;
using Pulumi.Policy.Hosting;
using Rpc = Pulumirpc;

namespace Pulumi.Policy;

/// <summary>
/// Answers what an engine asks a policy pack, in the engine's own messages and without a process or a connection between them.
/// <see cref="PolicyPackServer"/> is this over gRPC.
/// </summary>
/// <remarks>
/// Calls may come from several threads. An answer may be one that is shared by many resources: read it, do not change it. The bytes of
/// a request are read in place and, where the pack has a stack policy, kept until the next <see cref="ConfigureStack"/>.
/// </remarks>
internal sealed class PolicyHost
{
    private const string StackType = "pulumi:pulumi:Stack";

    private readonly PolicyPack pack;
    private readonly TimeProvider time;
    private readonly Rpc.AnalyzerInfo report;
    private readonly ConcurrentDictionary<string, ByteString> analyzedInputs = new();
    private ConfiguredPack? configured;
    private StackInfo stack = StackInfo.Unspecified;

    /// <param name="pack">The pack.</param>
    /// <param name="time">Tells the date by which exemptions expire; null for the system's clock.</param>
    /// <exception cref="PolicyPackException">The pack breaks a rule that the engine or its configuration files rely on.</exception>
    public PolicyHost(PolicyPack pack, TimeProvider? time = null)
    {
        PackRules.Require(pack);
        (this.pack, this.time) = (pack, time ?? TimeProvider.System);
        report = PackReport.Of(pack);
    }

    /// <summary>What a policy is doing at the moment.</summary>
    public Activity Activity { get; } = new();

    /// <summary>A new engine: whatever one before it said is forgotten.</summary>
    public Rpc.AnalyzerHandshakeResponse Handshake(Rpc.AnalyzerHandshakeRequest request)
    {
        configured = null;
        stack = StackInfo.Unspecified with { PackDirectory = request.RootDirectory };
        analyzedInputs.Clear();
        return new();
    }

    /// <summary>Says which stack the resources to come are of; what was remembered of another is forgotten.</summary>
    public Rpc.AnalyzerStackConfigureResponse ConfigureStack(Rpc.AnalyzerStackConfigureRequest request)
    {
        analyzedInputs.Clear();
        stack = new()
        {
            Project = request.Project,
            Stack = request.Stack,
            Organization = request.Organization,
            IsPreview = request.DryRun,
            Config = request.Config.ToImmutableDictionary(),
            SecretConfigKeys = [.. request.ConfigSecretKeys],
            Tags = request.Tags.ToImmutableDictionary(),
            PackDirectory = stack.PackDirectory,
        };
        return new();
    }

    /// <summary>The pack's version.</summary>
    public Rpc.PluginInfo GetPluginInfo() => new() { Version = pack.Version };

    /// <summary>What the pack says of itself and of its policies.</summary>
    public Rpc.AnalyzerInfo GetAnalyzerInfo() => report;

    /// <summary>Sets levels and settings; without this call the pack's own levels and the defaults of the settings hold.</summary>
    /// <exception cref="PolicyPackException">The configuration is faulty; the one before stays.</exception>
    public void Configure(Rpc.ConfigureAnalyzerRequest request) => configured = Configured(request.PolicyConfig);

    /// <summary>The inputs as policies at the level remediate repair them.</summary>
    public Rpc.RemediateResponse Remediate(Rpc.AnalyzeRequest request)
    {
        var plan = Configured().PlanFor(request.Type);
        return plan.Remediations.IsEmpty
            ? plan.NothingRemediated
            : new Remediations(pack, plan, ResourceReader.Read(request), stack, Activity).Run();
    }

    /// <summary>What the policies say of one resource and its inputs.</summary>
    public Rpc.AnalyzeResponse Analyze(Rpc.AnalyzeRequest request)
    {
        var current = Configured();
        if (!current.StackPolicies.IsEmpty)
        {
            analyzedInputs[request.Urn] = request.Properties;
        }

        var plan = current.PlanFor(request.Type);
        if (plan.Policies.IsEmpty)
        {
            return plan.NothingFound;
        }

        Findings? findings = null;
        var resource = ResourceReader.Read(request);
        foreach (var policy in plan.Policies)
        {
            try
            {
                using var _ = Activity.Of(policy.Policy, resource);
                var verdict = ((ResourcePolicy)policy.Policy).Check(new(resource, policy.Config, stack));
                if (!verdict.IsCompliant)
                {
                    findings ??= new(pack, plan.NewAnalyzeResponse(), [resource], stack);
                    findings.Add(policy, resource, verdict);
                    if (verdict.NotApplicableReason is { } reason)
                    {
                        findings.AddNotApplicable(policy, reason);
                    }
                }
            }
            catch (Exception exception)
            {
                findings ??= new(pack, plan.NewAnalyzeResponse(), [resource], stack);
                findings.AddFailure(policy, resource, exception);
            }
        }

        return findings?.Response ?? plan.NothingFound;
    }

    /// <summary>What the stack policies say of the stack, whose resources come with their outputs.</summary>
    public Rpc.AnalyzeResponse AnalyzeStack(Rpc.AnalyzeStackRequest request) => AnalyzeEncodedStack(request.ToByteArray());

    /// <summary>The same, of a request that is still encoded; its bytes must not change.</summary>
    public Rpc.AnalyzeResponse AnalyzeEncodedStack(ReadOnlyMemory<byte> request)
    {
        var current = Configured();
        if (current.StackPolicies.IsEmpty && current.Exempting.IsEmpty)
        {
            return new();
        }

        var resources = new StackReader(analyzedInputs).Read(request);
        var findings = new Findings(pack, new(), resources, stack);
        var stackItself = resources.FirstOrDefault(resource => resource.Type == StackType);
        var types = resources.Select(resource => resource.Type).ToHashSet();
        foreach (var policy in current.StackPolicies)
        {
            if (policy.Policy.ResourceTypes is { } wanted && !wanted.Any(types.Contains))
            {
                findings.AddNotApplicable(policy);
                continue;
            }

            try
            {
                using var _ = Activity.Of(policy.Policy, null);
                var context = new StackContext { Resources = resources, Config = policy.Config, Stack = stack };
                foreach (var (resource, verdict) in ((StackPolicy)policy.Policy).Check(context))
                {
                    findings.Add(policy, resource ?? stackItself, verdict);
                    if (resource is null && verdict.NotApplicableReason is { } reason)
                    {
                        findings.AddNotApplicable(policy, reason);
                    }
                }
            }
            catch (Exception exception)
            {
                findings.AddFailure(policy, stackItself, exception);
            }
        }

        foreach (var policy in current.Exempting)
        {
            findings.AddUnused(policy, stackItself);
        }

        return findings.Response;
    }

    private ConfiguredPack Configured() => configured ??= Configured(ImmutableDictionary<string, Rpc.PolicyConfig>.Empty);

    private ConfiguredPack Configured(IDictionary<string, Rpc.PolicyConfig> given) =>
        ConfiguredPack.From(pack, given, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
}
