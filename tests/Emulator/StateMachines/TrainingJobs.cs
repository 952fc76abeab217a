using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.Tests.Account;

namespace Emulator.Tests.StateMachines;

/// <summary>Training jobs for machines to look at. The emulator ends a job as soon as it is created; here they last two hours.</summary>
internal static class TrainingJobs
{
    private const string StatusMember = "TrainingJobStatus";

    /// <summary>A job at the full price under the role that a launcher of the stack passes to its own, with GPUs that had little to do.</summary>
    /// <returns>Its description.</returns>
    public static async Task<JsonObject> CreateAsync(AwsAccount account, IEnumerable<StateMachine> machines, DateTimeOffset now)
    {
        var role = machines.SelectMany(machine => machine.Tasks)
            .Where(task => task.Resource.Contains(":createTrainingJob", StringComparison.Ordinal))
            .Select(task => (string?)task.Arguments["RoleArn"])
            .FirstOrDefault(arn => arn?.StartsWith("arn:", StringComparison.Ordinal) == true) ?? "arn:aws:iam::123456789012:role/somebody-else";
        var name = $"by-hand-{Guid.NewGuid():N}";
        await DoAsync(account, "sagemaker", "CreateTrainingJob", new()
        {
            ["TrainingJobName"] = name,
            ["AlgorithmSpecification"] = new JsonObject { ["TrainingImage"] = "image:1", ["TrainingInputMode"] = "File" },
            ["RoleArn"] = role,
            ["OutputDataConfig"] = new JsonObject { ["S3OutputPath"] = "s3://bucket/output" },
            ["ResourceConfig"] = new JsonObject { ["InstanceType"] = "ml.g5.12xlarge", ["InstanceCount"] = 1, ["VolumeSizeInGB"] = 10 },
            ["StoppingCondition"] = new JsonObject { ["MaxRuntimeInSeconds"] = 7200 },
        });
        await DoAsync(account, "cloudwatch", "PutMetricData", new()
        {
            ["Namespace"] = "/aws/sagemaker/TrainingJobs",
            ["MetricData"] = new JsonArray(
                Metric(name, "GPUUtilization", 40, now), Metric(name, "GPUMemoryUtilization", 20, now), Metric(name, "MemoryUtilization", 5, now)),
        });
        return AsTold((await DoAsync(account, "sagemaker", "DescribeTrainingJob", new() { ["TrainingJobName"] = name })).Answer, [], now);
    }

    /// <summary>The description of a job with the status that an execution was told of, and times that fit it.</summary>
    public static JsonObject AsTold(JsonObject description, JsonObject told, DateTimeOffset now)
    {
        if (description[StatusMember] is null)
            return description;
        var job = (JsonObject)description.DeepClone();
        job[StatusMember] = (string?)told[StatusMember] ?? (string)job[StatusMember]!;
        job["TrainingStartTime"] = Time(now.AddHours(-3));
        job["TrainingEndTime"] = Time(now.AddHours(-1));
        if ((string?)job[StatusMember] == "InProgress")
            job.Remove("TrainingEndTime");
        return job;
    }

    private static async Task<AwsCall> DoAsync(AwsAccount account, string service, string operation, JsonObject parameters)
    {
        var call = await account.CallAsync(service, operation, parameters);
        Assert.True(call.Outcome == CallOutcome.Called, call.ToString());
        return call;
    }

    private static JsonObject Metric(string job, string name, double value, DateTimeOffset now) => new()
    {
        ["MetricName"] = name,
        ["Dimensions"] = new JsonArray(new JsonObject { ["Name"] = "Host", ["Value"] = $"{job}/algo-1" }),
        ["Timestamp"] = Time(now.AddHours(-2)),
        ["Value"] = value,
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
