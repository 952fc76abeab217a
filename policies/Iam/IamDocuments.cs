using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Iam;
using Native = ResourceViews.AwsNative.Iam;

namespace Policies.Iam;

/// <summary>Where policy documents stand, and policies of AWS itself are attached.</summary>
internal static class IamDocuments
{
    private static readonly FrozenDictionary<string, Func<PropertyValue, IamReading>> Readers =
        ((KeyValuePair<string, Func<PropertyValue, IamReading>>[])
        [
            // A C# class cannot have a property of its own name, so the view calls this one after the type.
            .. Of<Aws.PolicyProps>(view => Carried([(PropertyPath.Of("policy"), view.PolicyDocument.ToProperty())])),
            .. Of<Aws.RolePolicyProps>(
                view => Carried([(PathOf(view.Policy), view.Policy.ToProperty())]),

                // Users and groups carry the same as roles, in the same words.
                "aws:iam/userPolicy:UserPolicy",
                "aws:iam/groupPolicy:GroupPolicy"),
            .. Of<Aws.RoleProps>(view => Carried(
                Each(view.InlinePolicies, (policy, at) => (PathOf(policy.Policy, at), policy.Policy.ToProperty())),
                Attached(view.ManagedPolicyArns, PathOf(view.ManagedPolicyArns)))),
            .. Of<Aws.RolePolicyAttachmentProps>(
                view => new([], [Setting(view.PolicyArn)]),
                "aws:iam/userPolicyAttachment:UserPolicyAttachment",
                "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
                "aws:iam/policyAttachment:PolicyAttachment"),
            .. Of<Native.ManagedPolicyProps>(view => Carried([(PathOf(view.PolicyDocument), view.PolicyDocument)])),
            .. Of<Native.RolePolicyProps>(
                view => Carried([(PathOf(view.PolicyDocument), view.PolicyDocument)]),
                "aws-native:iam:UserPolicy",
                "aws-native:iam:GroupPolicy"),
            .. Of<Native.RoleProps>(
                view => Carried(
                    Each(view.Policies, (policy, at) => (PathOf(policy.PolicyDocument, at), policy.PolicyDocument)),
                    Attached(view.ManagedPolicyArns, PathOf(view.ManagedPolicyArns))),
                "aws-native:iam:User",
                "aws-native:iam:Group"),
        ]).ToFrozenDictionary();

    // Every policy that asks gets the same object for a resource: its documents are read once for all of them.
    private static readonly ConditionalWeakTable<PolicyResource, IamReading> AlreadyRead = [];

    public static IReadOnlyCollection<string> Types => Readers.Keys;

    /// <summary>The documents that a resource carries, and what it attaches.</summary>
    public static IamReading In(PolicyResource resource) => Readers.ContainsKey(resource.Type)
        ? AlreadyRead.GetValue(resource, static unread => Readers[unread.Type](unread.InputsValue))
        : IamReading.Empty;

    /// <param name="read">Reads what the type of the view gives.</param>
    /// <param name="alike">Types that have the same properties.</param>
    private static IEnumerable<KeyValuePair<string, Func<PropertyValue, IamReading>>> Of<TView>(
        Func<TView, IamReading> read, params IEnumerable<string> alike)
        where TView : struct, IResourceView<TView> => TView.ResourceTypes.Concat(alike).Select(type =>
            KeyValuePair.Create<string, Func<PropertyValue, IamReading>>(type, inputs => read(TView.From(inputs))));

    private static IamReading Carried(
        IEnumerable<(PropertyPath Path, PropertyValue Value)> documents, ImmutableArray<Setting<string>>? attached = null) =>
        new([.. documents.Select(document => IamDocument.Read(document.Path, document.Value))], attached ?? []);

    private static ImmutableArray<Setting<string>> Attached(KnownList<string> arns, PropertyPath path)
    {
        var found = ImmutableArray.CreateBuilder<Setting<string>>();
        foreach (var arn in arns)
        {
            found.Add(new(path.Element(found.Count), arn));
        }

        return arns.IsUnknown ? [new(path, Known<string>.Unknown)] : found.ToImmutable();
    }
}

/// <summary>What gives permissions in one resource.</summary>
/// <param name="Documents">The policy documents that it carries.</param>
/// <param name="Attached">ARNs of policies that it attaches.</param>
internal sealed record IamReading(ImmutableArray<IamDocument> Documents, ImmutableArray<Setting<string>> Attached)
{
    public static IamReading Empty { get; } = new([], []);
}
