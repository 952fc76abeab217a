using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>A stack of <c>infra/</c> with as many of everything as it takes: families of training jobs, realtime and serverless endpoints.</summary>
internal sealed class GrownStack
{
    public const string Name = "growth";

    /// <summary>Of one family, one realtime endpoint and two serverless ones, their roles, logs, alarms and components.</summary>
    private const int ResourcesOfATeam = 35;

    /// <summary>The bucket, its settings and what there is once.</summary>
    private const int ResourcesOnce = 16;

    private const string Registry = "763104351884.dkr.ecr.us-east-1.amazonaws.com";

    public GrownStack(int resources)
    {
        Resources = resources;
        Folder = Path.Combine(Packs.Scratch, $"growth-{resources}");
        Directory.CreateDirectory(Folder);
        NoPolicies = Path.Combine(Folder, "no-policies.json");
        File.WriteAllText(NoPolicies, """{ "all": "disabled" }""");
        var project = File.ReadAllText(Path.Combine(Packs.Root, "Pulumi.yaml"));
        File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), project.Replace(
            "main: infra", $"main: '{Path.Combine(Packs.Root, "infra")}'", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(Folder, $"Pulumi.{Name}.yaml"), Settings((resources - ResourcesOnce) / ResourcesOfATeam));
    }

    /// <summary>About how many there are.</summary>
    public int Resources { get; }

    public string Folder { get; }

    /// <summary>A configuration of the pack in which no policy is at work.</summary>
    public string NoPolicies { get; }

    private static string Settings(int teams)
    {
        var text = new StringBuilder("""
            config:
              aws:region: us-east-1
              sagemaker-infra:team: ml-platform
              sagemaker-infra:environment: prod
              sagemaker-infra:budgets:
                sagemaker: { monthlyUsd: 10000000, services: [Amazon SageMaker], emails: [ml-platform@example.com] }
            """);
        Each(text, "trainingFamilies", teams, team =>
            $"family-{team}: {{ image: '{Registry}/pytorch-training:2.5.1-gpu-py311-cu124-ubuntu22.04-sagemaker', "
            + "instanceType: ml.g4dn.xlarge, maxRuntimeMinutes: 2160, modelParametersBillions: 0.5 }");
        Each(text, "realtimeEndpoints", teams, team =>
            $"realtime-{team}: {{ image: '{Registry}/djl-inference:0.31.0-lmi13.0.0-cu124', instanceType: ml.g5.xlarge, "
            + "scaling: { minInstances: 1, maxInstances: 2 }, metric: concurrency, concurrentRequests: 8, modelParametersBillions: 7 }");
        Each(text, "serverlessEndpoints", 2 * teams, number =>
            $"serverless-{number}: {{ image: '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3', "
            + "memoryMb: 4096, modelSizeMb: 900 }");
        Each(text, "usage", teams, team => $"family-{team}: {{ runsPerMonth: 12, hoursPerRun: 2, ingestGbPerMonth: 1 }}");
        return text.AppendLine().ToString();
    }

    private static void Each(StringBuilder text, string setting, int count, Func<int, string> entry)
    {
        text.AppendLine().Append(CultureInfo.InvariantCulture, $"  sagemaker-infra:{setting}:");
        for (var number = 0; number < count; number++)
        {
            text.AppendLine().Append("    ").Append(entry(number));
        }
    }
}
