using PropertyValues;
using Pulumi.Policy;

namespace Sdks.Tests.Policy;

/// <summary>A policy that does what a test says.</summary>
internal sealed class TestPolicy(PolicyInfo info, Func<ResourceContext, Verdict> check, params string[] types) : ResourcePolicy
{
    public TestPolicy(string name, Func<ResourceContext, Verdict> check, params string[] types)
        : this(new PolicyInfo { Name = name, Description = $"{name} holds." }, check, types)
    {
    }

    public Func<ResourceContext, PropertyMap?>? Remediation { get; init; }

    public override PolicyInfo Info => info;

    public override IReadOnlyCollection<string>? ResourceTypes => types.Length == 0 ? null : types;

    public override bool CanRemediate => Remediation is not null;

    public override Verdict Check(ResourceContext context) => check(context);

    public override PropertyMap? Remediate(ResourceContext context) => Remediation?.Invoke(context);
}

/// <summary>A stack policy that does what a test says.</summary>
internal sealed class TestStackPolicy(
    string name, Func<StackContext, IEnumerable<ResourceVerdict>> check, params string[] types) : StackPolicy
{
    public override PolicyInfo Info { get; } = new() { Name = name, Description = $"{name} holds." };

    public override IReadOnlyCollection<string>? ResourceTypes => types.Length == 0 ? null : types;

    public override IEnumerable<ResourceVerdict> Check(StackContext context) => check(context);
}
