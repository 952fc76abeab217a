using Policies.Workloads;
using ResourceViews.Aws.Budgets;
using static Policies.Workloads.Resources.ViewReading;
using Native = ResourceViews.AwsNative.Budgets;

namespace Policies.Governance;

/// <summary>Judges what budgets do by themselves when they are exceeded.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudgetAction.html</remarks>
internal static class BudgetActions
{
    private const string RunDocuments = "RUN_SSM_DOCUMENTS";
    private const int MaxTargets = 100;

    public static IReadOnlyCollection<string> ResourceTypes { get; } =
        [.. BudgetActionProps.ResourceTypes, .. Native.BudgetsActionProps.ResourceTypes];

    /// <summary>The verdicts on an action; both packages have the same properties.</summary>
    public static IEnumerable<Verdict> Judge(BudgetActionProps action, string name)
    {
        var type = Setting(action.ActionType);
        var iam = action.Definition.IamActionDefinition;
        var at = PathOf(action.Definition.IamActionDefinition);
        return
        [
            type.Known switch
            {
                { IsUnknown: true } => Verdict.Unknown(type.Path.ToString()),
                { Value: RunDocuments } => Verdict.Violation(
                    $"{name}: {type.Path} is {type.Known}, which stops instances of EC2 and RDS only: what runs in SageMaker runs on. Use "
                    + "APPLY_IAM_POLICY or APPLY_SCP_POLICY."),
                _ => Verdict.Compliant,
            },
            Judge(iam.Roles, PathOf(iam.Roles, at), name),
            Judge(iam.Users, PathOf(iam.Users, at), name),
            Judge(iam.Groups, PathOf(iam.Groups, at), name),
        ];
    }

    private static Verdict Judge(KnownList<string> targets, PropertyPath path, string name) =>
        targets.IsUnknown ? Verdict.Unknown(path.ToString())
        : targets.Count > MaxTargets
            ? Verdict.Violation($"{name}: {path} has {targets.Count} names, and AWS takes {MaxTargets}. Divide the action.")
            : Verdict.Compliant;
}
