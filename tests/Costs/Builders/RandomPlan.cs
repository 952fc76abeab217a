using System.Globalization;
using Costs.Plan;
using ResourceViews.Aws.AppAutoScaling;
using ResourceViews.Aws.S3;
using ResourceViews.Aws.Sagemaker;
using Rule = ResourceViews.Aws.S3.BucketLifecycleConfigurationRuleProps;

namespace Costs.Tests.Builders;

/// <summary>Plans and usage that nobody thought of; the same for the same seed.</summary>
internal sealed class RandomPlan(int seed)
{
    private static readonly string[] Types = ["ml.m5.large", "ml.g5.xlarge", "ml.p5e.48xlarge", "ml.none.large"];
    private static readonly string[] Classes = ["INTELLIGENT_TIERING", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"];

    private readonly Random random = new(seed);

    public IReadOnlyList<PlannedResource> Resources()
    {
        var resources = new List<PlannedResource>();
        for (var number = random.Next(1, 4); number > 0; number--)
        {
            resources.AddRange(Endpoint($"endpoint{number}"));
            resources.AddRange(Bucket($"bucket{number}"));
            resources.Add(Job($"job{number}"));
            resources.Add(Planned.Resource($"lab{number}", new NotebookInstanceProps { InstanceType = Any(Types), VolumeSize = random.Next(5, 500), LifecycleConfigName = "idle" }));
        }

        return resources;
    }

    /// <summary>Usage for any of them; every amount of the first bucket is multiplied.</summary>
    /// <param name="statesBefore">Whether it also says how it was without the strategies.</param>
    public string Usage(decimal firstBucketTimes = 1, bool statesBefore = false)
    {
        var (before, pile) = statesBefore
            ? (""", "without": {"instanceType": "ml.g5.xlarge"}""", """, "without": {"keepMonths": 30}""")
            : ("", "");
        IEnumerable<string> entries = Enumerable.Range(1, 3).SelectMany(number =>
        {
            var (ingest, keep, hours, requests, average) = (
                random.Next(0, 3000), random.Next(1, 24), random.Next(0, 100), random.Next(0, 1_000_000), random.Next(0, 8));
            var times = number == 1 ? firstBucketTimes : 1;
            return new[]
            {
                $$""" "bucket{{number}}": {"prefixes": {"": {"ingestGbPerMonth": {{Text(ingest * times)}}, "keepMonths": {{keep}}{{pile}} } } } """,
                $$""" "job{{number}}": {"hoursPerRun": {{hours}}{{before}} } """,
                $$""" "endpoint{{number}}": {"averageInstances": {{average}}, "requestsPerMonth": {{requests}}, "dataInGbPerMonth": {{ingest}}{{before}} } """,
                statesBefore ? $$""" "lab{{number}}": {"without": {"hoursPerMonth": 730} } """ : $$""" "lab{{number}}": {} """,
            };
        });
        return $"{{{string.Join(",", entries)}}}";
    }

    private IEnumerable<PlannedResource> Endpoint(string name)
    {
        var (min, max) = (random.Next(0, 3), random.Next(3, 9));
        var isServerless = random.Next(3) == 0;
        yield return Planned.Resource(name, new EndpointProps { Name = name, EndpointConfigName = name });
        yield return Planned.Resource(name, new EndpointConfigurationProps
        {
            Name = name,
            ProductionVariants =
            [
                isServerless
                    ? new() { ServerlessConfig = new() { MemorySizeInMb = 2048, MaxConcurrency = max, ProvisionedConcurrency = min } }
                    : new() { InstanceType = Any(Types), InitialInstanceCount = random.Next(0, 12), VolumeSizeInGb = random.Next(1, 512) },
            ],
        });
        if (random.Next(2) == 0)
        {
            yield return Planned.Resource(name, new TargetProps
            {
                MinCapacity = min,
                MaxCapacity = max,
                ResourceId = $"endpoint/{name}/variant/main",
                ScalableDimension = isServerless
                    ? "sagemaker:variant:DesiredProvisionedConcurrency"
                    : "sagemaker:variant:DesiredInstanceCount",
            });
        }
    }

    private IEnumerable<PlannedResource> Bucket(string name)
    {
        yield return Planned.Resource(name, new BucketProps { BucketName = name });
        var rule = new Rule { Status = "Enabled", Transitions = [new() { Days = random.Next(0, 200), StorageClass = Any(Classes) }] };
        yield return Planned.Resource(name, new BucketLifecycleConfigurationProps
        {
            Bucket = name,
            Rules = [random.Next(2) == 0 ? rule with { Expiration = new() { Days = random.Next(1, 400) } } : rule],
        });
    }

    private PlannedResource Job(string name) => Planned.Resource(name, new TrainingJobProps
    {
        ResourceConfig = new()
        {
            InstanceType = Any(Types),
            InstanceCount = random.Next(1, 5),
            VolumeSizeInGb = random.Next(0, 500),
            KeepAlivePeriodInSeconds = random.Next(0, 3600),
        },
        EnableManagedSpotTraining = random.Next(2) == 0,
    });

    private T Any<T>(T[] choices) => choices[random.Next(choices.Length)];

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
