using Infra.Settings;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.CostExplorer;
using Pulumi.Aws.CostExplorer.Inputs;

namespace Infra.Governance;

/// <summary>
/// What exists once in an account and Region, so that several environments can share an account: the log groups whose names SageMaker
/// chooses, the activation of cost tags, the monitor of anomalies by service.
/// </summary>
/// <remarks>
/// SageMaker makes these log groups at the first job, without a retention. Where they exist, import them once:
/// docs/components/AccountBaseline.md.
/// </remarks>
internal sealed class AccountBaseline : ComponentResource
{
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/logging-cloudwatch.html</remarks>
    private static readonly (string Name, string LogGroup, string Category)[] LogGroups =
    [
        ("training-jobs", "/aws/sagemaker/TrainingJobs", CostCategory.Training),
        ("processing-jobs", "/aws/sagemaker/ProcessingJobs", CostCategory.Training),
        ("notebooks", "/aws/sagemaker/NotebookInstances", CostCategory.Training),
        ("studio", "/aws/sagemaker/studio", CostCategory.Training),
        ("transform-jobs", "/aws/sagemaker/TransformJobs", CostCategory.Inference),
    ];

    public AccountBaseline(string name, AccountBaselineArgs args, ComponentResourceOptions? options = null)
        : base("ml:governance:AccountBaseline", name, options)
    {
        Args.Validate(name, args);
        var (scope, settings) = (args.Scope, args.Baseline);
        foreach (var (part, group, category) in LogGroups)
        {
            // Logs of jobs that were run are not the stack's to delete.
            _ = new LogGroup($"{name}-{part}", new()
            {
                Name = group,
                RetentionInDays = scope.LogRetentionDays,
                Tags = scope.Tags.For(nameof(AccountBaseline), category),
            }, new() { Parent = this, RetainOnDelete = true });
        }

        if (settings.ActivateCostTags)
        {
            foreach (var key in CostTags.Keys)
                _ = new CostAllocationTag($"{name}-{key}", new() { TagKey = key, Status = "Active" }, new() { Parent = this });
        }

        if (settings.ServiceMonitor)
            WatchServices(name, settings, scope);

        ActivateCostTagsCommand = settings.ActivateCostTags ? null : Command();
        RegisterOutputs();
    }

    /// <summary>What the payer of the bill runs once, a day after the first resource has the tags; null where the stack does it.</summary>
    public string? ActivateCostTagsCommand { get; }

    private static string Command() => "aws ce update-cost-allocation-tags-status --cost-allocation-tags-status "
        + string.Join(' ', CostTags.Keys.Select(key => $"TagKey={key},Status=Active"));

    private void WatchServices(string name, AccountBaselineSettings settings, StackScope scope)
    {
        var tags = scope.Tags.For(nameof(AccountBaseline), CostCategory.Governance);
        var child = new CustomResourceOptions { Parent = this };
        var monitor = new AnomalyMonitor(name, new()
        {
            MonitorType = "DIMENSIONAL",
            MonitorDimension = "SERVICE",
            Tags = tags,
        }, child);
        _ = new AnomalySubscription(name, new()
        {
            MonitorArnLists = monitor.Arn,
            Frequency = "DAILY",
            Subscribers = settings.Emails
                .Select(email => new AnomalySubscriptionSubscriberArgs { Type = "EMAIL", Address = email })
                .ToArray(),
            ThresholdExpression = AnomalyThreshold.AtLeast(settings.AnomalyUsd),
            Tags = tags,
        }, child);
    }
}
