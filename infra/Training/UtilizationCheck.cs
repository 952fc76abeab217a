using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Compute;

namespace Infra.Training;

/// <summary>
/// Whether a job that ended kept its GPUs busy, and if not, which cheaper type would hold what it had in memory. The states
/// read CloudWatch's metrics of the job's hosts, which cost nothing and need no profiler.
/// </summary>
/// <remarks>
/// GPUUtilization and GPUMemoryUtilization are sums over the GPUs of a host: 400 is four full ones. Advice is given only
/// where one GPU of the other type holds what one of these held (every GPU may have a copy of the model), all of them hold
/// what all of these held (or a part), the host's memory suffices, and there are as many GPUs as were busy on average.
/// Low use with full memory is a GPU that waits for data, not one that is too large.
/// https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html
/// </remarks>
internal static class UtilizationCheck
{
    public const string First = "AwaitMetrics";

    /// <summary>The last minutes of a job arrive in CloudWatch after it ended.</summary>
    private const int MetricDelaySeconds = 300;

    /// <summary>Of a short job most is reading data and compiling.</summary>
    private const int ShortestJobMinutes = 15;

    /// <summary>Part of a memory that can be filled.</summary>
    private const decimal UsableMemory = 0.9m;

    /// <summary>A condition: the job has ended, ran long enough, and its GPUs are known.</summary>
    public static string IsPossible { get; } = string.Create(CultureInfo.InvariantCulture,
        $$"""
        $not($states.input.began)
          and $states.input.type in {{Jsonata.List(GpuInstances.Ladder.Select(type => $"ml.{type.Size}"))}}
          and ($exists($states.input.started) and $exists($states.input.ended)
            ? $toMillis($states.input.ended) - $toMillis($states.input.started) >= {{ShortestJobMinutes * 60_000}}
            : false)
        """);

    public static void AddTo(JsonObject states, TrainingGuardSettings settings, GuardSite site, string done)
    {
        states[First] = new JsonObject
        {
            ["Type"] = "Wait",
            ["Seconds"] = MetricDelaySeconds,
            ["Output"] = Jsonata.Of(Window),
            ["Next"] = "ReadMetrics",
        };
        states["ReadMetrics"] = new JsonObject
        {
            ["Type"] = "Task",
            ["Resource"] = $"arn:{site.Place.Partition}:states:::aws-sdk:cloudwatch:getMetricData",
            ["Arguments"] = new JsonObject
            {
                ["StartTime"] = Jsonata.Of("$states.input.from"),
                ["EndTime"] = Jsonata.Of("$states.input.ended"),
                ["MetricDataQueries"] = Jsonata.Of(Queries),
            },
            ["Retry"] = new JsonArray(GuardDefinition.AskAgain()),
            ["Output"] = Jsonata.Of(Use),
            ["Next"] = "CompareUse",
        };
        states["CompareUse"] = new JsonObject
        {
            ["Type"] = "Choice",
            ["Choices"] = new JsonArray(new JsonObject
            {
                ["Condition"] = Jsonata.Of(
                    $"$exists($states.input.advice) ? $states.input.busy < {settings.UtilizationPercent} * $states.input.gpus : false"),
                ["Next"] = "ReportUnderused",
            }),
            ["Default"] = done,
        };
        states["ReportUnderused"] = GuardReports.Underused(settings, site);
    }

    /// <summary>
    /// Which periods to ask for: at most a day each, in whole five minutes, which is what CloudWatch keeps after 15 days, and
    /// from a whole multiple on, so that the first is not cut off. Hosts are named after their job: earlier there is nothing.
    /// </summary>
    /// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html</remarks>
    private const string Window =
        """
        (
          $started := $toMillis($states.input.started);
          $seconds := ($toMillis($states.input.ended) - $started) / 1000;
          $period := $min([86400, $ceil($seconds / 300) * 300]);
          $merge([$states.input, {
            "period": $period,
            "from": $fromMillis($floor($started / 1000 / $period) * $period * 1000)
          }])
        )
        """;

    /// <summary>
    /// Four figures for each host, for the whole run: sum and number of the GPU values, whose quotient is the mean however
    /// the periods fall, and the peaks of both memories. With 20 hosts these are 80 of the 500 that one call may ask for.
    /// </summary>
    private const string Queries =
        """
        (
          $name := $states.input.name;
          $period := $states.input.period;
          $query := function($id, $host, $metric, $statistic) {
            {
              "Id": $id & "_" & $host,
              "MetricStat": {
                "Metric": {
                  "Namespace": "/aws/sagemaker/TrainingJobs",
                  "MetricName": $metric,
                  "Dimensions": [{ "Name": "Host", "Value": $name & "/algo-" & $host }]
                },
                "Period": $period,
                "Stat": $statistic
              }
            }
          };
          $reduce([1..$states.input.hosts], function($queries, $host) {
            $append($queries, [
              $query("sum", $host, "GPUUtilization", "Sum"),
              $query("count", $host, "GPUUtilization", "SampleCount"),
              $query("gpu", $host, "GPUMemoryUtilization", "Maximum"),
              $query("host", $host, "MemoryUtilization", "Maximum")
            ])
          }, [])
        )
        """;

    /// <summary>What the job used and, where a cheaper type would do, which. No figures, no advice.</summary>
    private static readonly string Use = string.Create(CultureInfo.InvariantCulture,
        $$"""
        (
          $results := $states.result.MetricDataResults;
          $values := function($id) { [$results[$substringBefore(Id, "_") = $id].Values] };
          $ladder := {{GpuLadder.ToJson()}};
          $own := $ladder["ml." & t = $states.input.type];
          $samples := $sum($values("count"));
          $busy := $samples > 0 ? $sum($values("sum")) / $samples : 0;
          $gpuMib := $max($values("gpu")) / 100 * $own.m;
          $hostGib := $max($values("host")) / 100 * $own.r;
          $fitting := $ladder[i < $own.i and $not(p)
            and g * 100 >= $busy
            and m * {{UsableMemory}} >= $gpuMib / $own.g
            and g * m * {{UsableMemory}} >= $gpuMib
            and r * {{UsableMemory}} >= $hostGib];
          $merge([$states.input, {
            "busy": $busy,
            "gpus": $own.g,
            "gpuGib": $round($gpuMib / 1024, 1),
            "gpuGibThere": $round($own.g * $own.m / 1024, 1),
            "hostGib": $round($hostGib, 1),
            "hostGibThere": $own.r,
            "advice": $samples > 0 and $exists($fitting) ? "ml." & $fitting[0].t
          }])
        )
        """);
}
