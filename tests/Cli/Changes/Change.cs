using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cli.Tests.Changes;

/// <summary>One change of the settings.</summary>
/// <param name="Title">What a user does, as docs/changes.md calls it.</param>
internal sealed record Change(string Title, Action<JsonObject> Edit)
{
    private const string TrainingImage = "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1-gpu-py311-cu124-ubuntu22.04-sagemaker";
    private const string ServingImage = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3";
    private const string NextImage = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1";

    /// <summary>A stack with one of everything.</summary>
    public static JsonObject EverySetting => new()
    {
        ["team"] = "ml-platform",
        ["environment"] = "dev",
        ["trainingFamilies"] = new JsonObject { ["ranking"] = Family("ml.g4dn.xlarge") },
        ["multiModelEndpoints"] = new JsonObject
        {
            ["forecasts"] = Served(new()
            {
                ["instanceType"] = "ml.m5.large",
                ["models"] = new JsonObject { ["france"] = new JsonObject(), ["japan"] = new JsonObject() },
            }),
        },
        ["realtimeEndpoints"] = new JsonObject
        {
            ["search"] = Served(new() { ["officeHours"] = new JsonObject { ["timeZone"] = "Europe/Berlin", ["minInstances"] = 2 } }),
            ["chat"] = Served(new() { ["scaleToZero"] = new JsonObject { ["memoryMbPerCopy"] = 4096 } }),
        },
        ["asyncEndpoints"] = new JsonObject { ["reports"] = Served([]) },
        ["serverlessEndpoints"] = new JsonObject { ["pricing"] = Served(new() { ["memoryMb"] = 1024 }) },
        ["budgets"] = new JsonObject
        {
            ["sagemaker"] = new JsonObject { ["monthlyUsd"] = 250, ["emails"] = new JsonArray("ml-platform@example.com"), ["topic"] = true },
        },
    };

    public static Change BiggerMultiModel { get; } = new(
        "another `instanceType` of a multi-model endpoint", In("multiModelEndpoints", "forecasts", "instanceType", "ml.m5.xlarge"));

    public static Change BiggerRealtime { get; } = new(
        "another `instanceType` of a real-time endpoint", In("realtimeEndpoints", "search", "instanceType", "ml.m5.xlarge"));

    public static Change BiggerToZero { get; } = new(
        "another `instanceType` of one that scales to zero", In("realtimeEndpoints", "chat", "instanceType", "ml.m5.xlarge"));

    public static Change BiggerAsync { get; } = new(
        "another `instanceType` of an asynchronous endpoint", In("asyncEndpoints", "reports", "instanceType", "ml.m5.xlarge"));

    public static Change AnotherModel { get; } = new(
        "another `image` of a real-time endpoint", In("realtimeEndpoints", "search", "image", NextImage));

    public static Change AnotherModelToZero { get; } = new(
        "another `image` of one that scales to zero", In("realtimeEndpoints", "chat", "image", NextImage));

    public static Change ToZero { get; } = new(
        "`scaleToZero` added to a real-time endpoint",
        In("realtimeEndpoints", "search", "scaleToZero", new JsonObject { ["memoryMbPerCopy"] = 4096 }));

    public static Change AnotherBucket { get; } = new(
        "another `storage.bucketName`", settings => settings["storage"] = new JsonObject { ["bucketName"] = "ml-of-another-name" });

    public static Change NoEndpoint { get; } = new(
        "a real-time endpoint taken out", settings => settings["realtimeEndpoints"]!.AsObject().Remove("search"));

    /// <summary>All changes that the page lists, in its order.</summary>
    public static ImmutableArray<Change> All { get; } =
    [
        new("another `instanceType` of a training family", In("trainingFamilies", "ranking", "instanceType", "ml.g4dn.2xlarge")),
        new("`spot: false` in a training family", In("trainingFamilies", "ranking", "spot", false)),
        new("one more training family", In("trainingFamilies", "vision", Family("ml.g5.xlarge"))),
        new("a training family taken out", settings => settings["trainingFamilies"]!.AsObject().Remove("ranking")),
        BiggerMultiModel,
        BiggerRealtime,
        BiggerToZero,
        BiggerAsync,
        new("another `memoryMb` of a serverless endpoint", In("serverlessEndpoints", "pricing", "memoryMb", 2048)),
        AnotherModel,
        AnotherModelToZero,
        new("one more of `models`", settings => settings["multiModelEndpoints"]!["forecasts"]!["models"]!["spain"] = new JsonObject()),
        new("other bounds in `scaling`", In("multiModelEndpoints", "forecasts", "scaling", new JsonObject { ["maxInstances"] = 4 })),
        new("`officeHours` taken out", settings => settings["realtimeEndpoints"]!["search"]!.AsObject().Remove("officeHours")),
        ToZero,
        new("another name of an endpoint", settings =>
        {
            var endpoints = settings["serverlessEndpoints"]!.AsObject();
            endpoints.Remove("pricing", out var pricing);
            endpoints["prices"] = pricing;
        }),
        NoEndpoint,
        new("another `storage.checkpointExpiryDays`", settings => settings["storage"] = new JsonObject { ["checkpointExpiryDays"] = 60 }),
        AnotherBucket,
        new("another `monthlyUsd` of a budget", In("budgets", "sagemaker", "monthlyUsd", 500)),
        new("another `team`", settings => settings["team"] = "research"),
    ];

    public static Change Of(string title) => All.Single(change => change.Title == title);

    public override string ToString() => Title;

    private static Action<JsonObject> In(string map, string name, string setting, JsonNode value) =>
        settings => settings[map]![name]![setting] = value.DeepClone();

    private static Action<JsonObject> In(string map, string name, JsonNode entry) => settings => settings[map]![name] = entry.DeepClone();

    private static JsonObject Family(string instanceType) => new()
    {
        ["image"] = TrainingImage,
        ["instanceType"] = instanceType,
        ["maxRuntimeMinutes"] = 60,
    };

    private static JsonObject Served(JsonObject settings)
    {
        settings["image"] = ServingImage;
        return settings;
    }
}
