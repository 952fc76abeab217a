using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Infra.Governance;
using Infra.Hosting;
using Infra.Settings;
using Infra.Storage;
using Infra.Training;

namespace Infra;

/// <summary>
/// Everything a <c>Pulumi.&lt;stack&gt;.yaml</c> can say, valid as a whole. Whatever there can be several of is a map
/// keyed by name: the name becomes part of a resource's identity, where a position in a list would replace resources as
/// soon as somebody removed an entry before it.
/// </summary>
internal sealed record StackSettings : IConsistent
{
    /// <summary>Who pays: the tag <c>team</c> of every resource.</summary>
    [TagValue]
    public required string Team { get; init; }

    /// <summary>The tag <c>environment</c> of every resource; policies choose their limits by it.</summary>
    [TagValue]
    public required string Environment { get; init; }

    /// <summary>Days that log groups of this stack keep their events. Default: 30.</summary>
    /// <remarks>https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html</remarks>
    [AllowedValues(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)]
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>How long things stay in the artifact bucket, and in which storage class.</summary>
    public StorageSettings Storage { get; init; } = new();

    /// <summary>Kinds of training jobs by name, each with a launcher of its own.</summary>
    public IReadOnlyDictionary<string, TrainingFamily> TrainingFamilies { get; init; } =
        new SortedDictionary<string, TrainingFamily>();

    /// <summary>What watches training jobs: those at full price and GPUs with little to do are reported.</summary>
    public TrainingGuardSettings TrainingGuard { get; init; } = new();

    /// <summary>Endpoints that share their instances between many models.</summary>
    public IReadOnlyDictionary<string, MultiModelSettings> MultiModelEndpoints { get; init; } =
        new SortedDictionary<string, MultiModelSettings>();

    /// <summary>Autoscaled endpoints of one model each; on a schedule or down to zero if asked.</summary>
    public IReadOnlyDictionary<string, RealtimeSettings> RealtimeEndpoints { get; init; } =
        new SortedDictionary<string, RealtimeSettings>();

    /// <summary>Endpoints whose requests wait in a queue, without an instance while it is empty.</summary>
    public IReadOnlyDictionary<string, AsyncSettings> AsyncEndpoints { get; init; } =
        new SortedDictionary<string, AsyncSettings>();

    /// <summary>Endpoints that cost nothing while nobody calls them.</summary>
    public IReadOnlyDictionary<string, ServerlessSettings> ServerlessEndpoints { get; init; } =
        new SortedDictionary<string, ServerlessSettings>();

    /// <summary>Whether the payer of the bill has activated the tags team, environment, cost-category and component for costs: budgets then
    /// count by them. Default: false.</summary>
    public bool CostTagsActive { get; init; }

    /// <summary>A CloudWatch dashboard of the stack: spend, GPU use, traffic, latency, backlog. Default: false.</summary>
    public bool Dashboard { get; init; }

    /// <summary>What exists once in an account and Region; in one stack only.</summary>
    public AccountBaselineSettings AccountBaseline { get; init; } = new();

    /// <summary>Monthly budgets and whom they notify.</summary>
    public IReadOnlyDictionary<string, BudgetSettings> Budgets { get; init; } =
        new SortedDictionary<string, BudgetSettings>();

    /// <summary>How the resources are used, for estimates of what they cost; nothing here is deployed by it.</summary>
    public IReadOnlyDictionary<string, JsonNode> Usage { get; init; } = new SortedDictionary<string, JsonNode>();

    /// <summary>Every image the stack pulls, by the key that names it.</summary>
    public IEnumerable<KeyValuePair<string, string>> Images() =>
    [
        .. TrainingFamilies.Select(family => KeyValuePair.Create($"trainingFamilies.{family.Key}.image", family.Value.Image)),
        .. MultiModelEndpoints.Select(
            endpoint => KeyValuePair.Create($"multiModelEndpoints.{endpoint.Key}.image", endpoint.Value.Image)),
        .. RealtimeEndpoints.Select(
            endpoint => KeyValuePair.Create($"realtimeEndpoints.{endpoint.Key}.image", endpoint.Value.Image)),
        .. AsyncEndpoints.Select(endpoint => KeyValuePair.Create($"asyncEndpoints.{endpoint.Key}.image", endpoint.Value.Image)),
        .. ServerlessEndpoints.Select(
            endpoint => KeyValuePair.Create($"serverlessEndpoints.{endpoint.Key}.image", endpoint.Value.Image)),
    ];

    public IEnumerable<SettingFault> Inconsistencies(string path) => [.. EarlyExpiry(path), .. SharedQuotas(path)];

    /// <summary>A checkpoint that expires while its job still waits for capacity is lost work.</summary>
    private IEnumerable<SettingFault> EarlyExpiry(string path) =>
        from family in TrainingFamilies
        let waitDays = family.Value.LongestWaitDays
        where family.Value.Spot && Storage.CheckpointExpiryDays <= waitDays
        select new SettingFault(
            SettingsShape.Join(path, "storage.checkpointExpiryDays"),
            $"is {Storage.CheckpointExpiryDays}",
            $"at least {waitDays + 1}, because a job of trainingFamilies.{family.Key} may wait up to {waitDays} days");

    /// <summary>Families with one instance type share its quota: two requests for it would undo each other.</summary>
    private IEnumerable<SettingFault> SharedQuotas(string path) =>
        from family in TrainingFamilies
        where family.Value.SpotQuota is not null
        group family.Key by family.Value.SpotQuota!.Code into sharing
        where sharing.Count() > 1
        select new SettingFault(
            SettingsShape.Join(path, $"trainingFamilies.{sharing.Last()}.spotQuota.code"),
            $"is {sharing.Key}, as of {string.Join(", ", sharing.SkipLast(1))}",
            "each quota once, large enough for every family that uses it");
}
