using Costs.Plan;
using ResourceViews.Aws.Ec2;
using ResourceViews.Aws.Sagemaker;
using Variant = ResourceViews.Aws.Sagemaker.EndpointConfigurationProductionVariantProps;

namespace Costs.Tests.Advice;

/// <summary>Plans and usage about which there is something to advise; the same for the same seed.</summary>
internal sealed class RandomHosting(int seed)
{
    private static readonly string[] Types = ["ml.m5.large", "ml.g5.xlarge", "ml.g5.2xlarge", "ml.g6.xlarge", "ml.none.large"];
    private static readonly string?[] Sizes = [null, "0.1", "1", "7", "9"];

    private readonly Random random = new(seed);

    public (IReadOnlyList<PlannedResource> Plan, string Usage) Next()
    {
        var plan = new List<PlannedResource>();
        var usage = new List<string>();
        for (var number = random.Next(1, 8); number > 0; number--)
        {
            var (endpoint, job, service) = ($"endpoint{number}", $"job{number}", $"service{number}");
            plan.AddRange(Advised.Endpoint(
                endpoint, Variant(), Any(Sizes), Any([Advised.Sklearn, Advised.Lmi]), mode: Any(["SingleModel", "SingleModel", "MultiModel"])));
            if (random.Next(2) == 0)
            {
                plan.Add(Advised.Scaling(endpoint, random.Next(1, 4), random.Next(4, 9)));
            }

            plan.Add(Planned.Resource(job, new TrainingJobProps
            {
                ResourceConfig = new() { InstanceType = Any(Types), InstanceCount = random.Next(1, 4) },
                EnableManagedSpotTraining = random.Next(2) == 0,
                Tags = Any(Sizes) is { } size ? new Dictionary<string, Known<string>> { ["model-parameters-billions"] = size } : [],
            }));
            plan.Add(Planned.Resource(service, new VpcEndpointProps
            {
                VpcEndpointType = "Interface",
                ServiceName = $"com.amazonaws.test-1.{service}",
                SubnetIds = ["subnet-a", "subnet-b"],
            }));
            usage.Add($$""" "{{endpoint}}": { {{Calls()}} "averageInstances": {{random.Next(1, 6)}} } """);
            usage.Add($$""" "{{job}}": {"hoursPerRun": {{random.Next(0, 50)}} } """);
            usage.Add($$""" "{{service}}": {"processedGbPerMonth": {{random.Next(0, 400)}} } """);
        }

        if (random.Next(3) > 0)
        {
            plan.Add(Planned.Resource("nat", new NatGatewayProps()));
        }

        return (plan, $"{{{string.Join(",", usage)}}}");
    }

    private Variant Variant() => random.Next(4) == 0
        ? new() { ServerlessConfig = new() { MemorySizeInMb = 2048, MaxConcurrency = 20 } }
        : new() { InstanceType = Any(Types), InitialInstanceCount = random.Next(1, 6) };

    private string Calls() => random.Next(2) == 0 ? "" : $""" "requestsPerMonth": {random.Next(0, 2_000_000)}, """;

    private T Any<T>(T[] choices) => choices[random.Next(choices.Length)];
}
