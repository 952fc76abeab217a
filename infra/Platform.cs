using Infra.Governance;
using Infra.Hosting;
using Infra.Observability;
using Infra.Storage;
using Infra.Training;

namespace Infra;

/// <summary>The whole stack: which components there are, and what each gets from the others.</summary>
internal static class Platform
{
    /// <returns>The stack's outputs, as docs/outputs.md describes them.</returns>
    public static IDictionary<string, object?> Deploy(StackSettings settings)
    {
        var scope = StackScope.Of(settings);
        var artifacts = new ArtifactBucket("artifacts", new() { Scope = scope, Storage = settings.Storage });
        var bucket = artifacts.Access;
        var trainings = new List<SpotTraining>();
        var endpoints = new List<Output<WatchedEndpoint>>();

        void Watch(string name, EndpointKind kind, Output<string> endpointName) =>
            endpoints.Add(endpointName.Apply(found => new WatchedEndpoint(name, kind, found, Variant.Name)));

        return new Dictionary<string, object?>
        {
            ["bucketName"] = artifacts.BucketName,
            ["bucketKeyArn"] = artifacts.KeyArn,
            ["trainingFamilies"] = Each(settings.TrainingFamilies, (name, family) =>
            {
                var training = new SpotTraining(name, new() { Scope = scope, Family = family, Bucket = bucket });
                trainings.Add(training);
                return new()
                {
                    ["launcherArn"] = training.LauncherArn,
                    ["start"] = training.StartCommand,
                    ["startPolicyArn"] = training.StartPolicyArn,
                    ["onDemandRoleArn"] = training.OnDemandRoleArn,
                    ["datasets"] = family.FoldersByChannel(name).ToDictionary(
                        channel => channel.Key,
                        channel => (object?)training.DatasetUri(channel.Value)),
                    ["checkpoints"] = training.CheckpointUri,
                    ["output"] = training.OutputUri,
                };
            }),
            ["trainingGuard"] = Guard(settings.TrainingGuard, scope, trainings),
            ["multiModelEndpoints"] = Each(settings.MultiModelEndpoints, (name, endpoint) =>
            {
                var hosting = new MultiModelEndpoint(name, new() { Scope = scope, Endpoint = endpoint, Bucket = bucket });
                Watch(name, EndpointKind.MultiModel, hosting.EndpointName);
                return new()
                {
                    ["endpointName"] = hosting.EndpointName,
                    ["models"] = endpoint.Models.Keys.ToDictionary(
                        model => model, model => (object?)Output.Format($"{hosting.ModelFolderUri}{model}.tar.gz")),
                };
            }),
            ["realtimeEndpoints"] = Each(settings.RealtimeEndpoints, (name, endpoint) =>
            {
                var hosting = new RealtimeEndpoint(name, new() { Scope = scope, Endpoint = endpoint, Bucket = bucket });
                Watch(name, EndpointKind.Realtime, hosting.EndpointName);
                return new()
                {
                    ["endpointName"] = hosting.EndpointName,
                    ["inferenceComponentName"] = hosting.InferenceComponentName,
                    ["model"] = hosting.ModelUri,
                };
            }),
            ["asyncEndpoints"] = Each(settings.AsyncEndpoints, (name, endpoint) =>
            {
                var hosting = new AsyncEndpoint(name, new() { Scope = scope, Endpoint = endpoint, Bucket = bucket });
                Watch(name, EndpointKind.Asynchronous, hosting.EndpointName);
                return new()
                {
                    ["endpointName"] = hosting.EndpointName,
                    ["model"] = hosting.ModelUri,
                    ["requests"] = hosting.RequestFolderUri,
                    ["responses"] = hosting.ResponseFolderUri,
                };
            }),
            ["serverlessEndpoints"] = Each(settings.ServerlessEndpoints, (name, endpoint) =>
            {
                var hosting = new ServerlessEndpoint(name, new() { Scope = scope, Endpoint = endpoint, Bucket = bucket });
                Watch(name, EndpointKind.Serverless, hosting.EndpointName);
                return new() { ["endpointName"] = hosting.EndpointName, ["model"] = hosting.ModelUri };
            }),
            ["budgets"] = Each(settings.Budgets, (name, budget) =>
            {
                var watched = new CostBudget(name, new() { Scope = scope, TagsAreActive = settings.CostTagsActive, Budget = budget });
                return new()
                {
                    ["budgetName"] = watched.BudgetName,
                    ["topicArn"] = watched.TopicArn,
                    ["counts"] = watched.Counts,
                };
            }),
            ["dashboard"] = settings.Dashboard ? Dashboard(settings, scope, endpoints) : null,
            ["accountBaseline"] = Baseline(settings.AccountBaseline, scope),
        };
    }

    private static Output<string> Dashboard(StackSettings settings, StackScope scope, IReadOnlyList<Output<WatchedEndpoint>> endpoints) =>
        new CostDashboard("dashboard", new()
        {
            Scope = scope,
            Families = [.. settings.TrainingFamilies.Keys.Select(name => new WatchedFamily(name, JobNames.Of(scope.Stack, name).Prefix))],
            Endpoints = endpoints,
        }).DashboardName;

    /// <summary>What exists once in an account, if this stack has it.</summary>
    private static Dictionary<string, object?> Baseline(AccountBaselineSettings settings, StackScope scope) => settings.Enabled
        ? new()
        {
            ["activateCostTags"] =
                new AccountBaseline("account", new() { Scope = scope, Baseline = settings }).ActivateCostTagsCommand,
        }
        : [];

    /// <summary>The guard of the stack's training, if it is to have one.</summary>
    private static Dictionary<string, object?> Guard(
        TrainingGuardSettings settings, StackScope scope, IReadOnlyList<SpotTraining> trainings)
    {
        if (!settings.Enabled)
            return [];
        var guard = new TrainingGuard("training-guard", new()
        {
            Scope = scope,
            Guard = settings,
            SpotRoleNames = [.. trainings.Select(training => training.SpotRoleName).OfType<Output<string>>()],
            OnDemandRoleNames = [.. trainings.Select(training => training.OnDemandRoleName).OfType<Output<string>>()],
        });
        return new() { ["topicArn"] = guard.TopicArn, ["stateMachineArn"] = guard.StateMachineArn };
    }

    /// <summary>A component for each entry of a settings map, and its outputs under the entry's name.</summary>
    private static Dictionary<string, object?> Each<T>(
        IReadOnlyDictionary<string, T> settings, Func<string, T, Dictionary<string, object?>> deploy) =>
        settings.ToDictionary(entry => entry.Key, entry => (object?)deploy(entry.Key, entry.Value));
}
