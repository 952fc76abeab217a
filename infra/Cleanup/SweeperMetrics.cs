namespace Infra.Cleanup;

/// <summary>What tells whether somebody called an endpoint, for each kind of endpoint its own metrics.</summary>
/// <remarks>
/// Requests leave data points, silence leaves none. Asynchronous endpoints publish no <c>Invocations</c>: theirs are what they
/// processed and what still waits. Calls of inference components count where the component is the dimension, also those that
/// found no copy running.
/// https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html,
/// https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-monitor.html
/// </remarks>
internal static class SweeperMetrics
{
    /// <summary>A request: at most 10 variants and 100 components, 330 of the 500 metrics that one may ask for.</summary>
    public const string Request =
        """
        (
          $endpoint := $states.input.endpoint;
          $metric := function($name, $statistic, $dimensions) {
            { "name": $name, "statistic": $statistic, "dimensions": $dimensions }
          };
          $ofEndpoint := { "Name": "EndpointName", "Value": $endpoint.name };
          $ofVariants := function($name) {
            [$map($endpoint.variants, function($variant) {
              $metric($name, "Sum", [$ofEndpoint, { "Name": "VariantName", "Value": $variant }])
            })]
          };
          $ofComponents := function($name) {
            [$map($endpoint.components, function($component) {
              $metric($name, "Sum", [{ "Name": "InferenceComponentName", "Value": $component }])
            })]
          };
          $wanted := $reduce([
            { "metrics": $endpoint.asynchronous ? $ofVariants("InvocationsProcessed") : $ofVariants("Invocations") },
            { "metrics": $endpoint.asynchronous ? [$metric("ApproximateBacklogSize", "Maximum", [$ofEndpoint])] : [] },
            { "metrics": $ofComponents("Invocations") },
            { "metrics": $ofComponents("InvocationsPerCopy") },
            { "metrics": $ofComponents("NoCapacityInvocationFailures") }
          ], function($all, $group) { $append($all, $group.metrics) }, []);
          {
            "StartTime": $states.input.sweep.from,
            "EndTime": $states.input.sweep.until,
            "MetricDataQueries": [$map($wanted, function($one, $i) {
              {
                "Id": "m" & $i,
                "MetricStat": {
                  "Metric": { "Namespace": "AWS/SageMaker", "MetricName": $one.name, "Dimensions": $one.dimensions },
                  "Period": 86400,
                  "Stat": $one.statistic
                }
              }
            })]
          }
        )
        """;

    /// <summary>Whatever was counted. An answer that is not complete is no silence.</summary>
    public const string Use =
        """
        (
          $results := $states.result.MetricDataResults;
          $incomplete := $count($results[StatusCode != "Complete"]) > 0 or $exists($states.result.NextToken);
          $use := $sum([$results.Values]);
          {
            "sweep": $states.input.sweep,
            "endpoint": $merge([$states.input.endpoint, {
              "use": $use,
              "why": $incomplete and $use = 0 ? "CloudWatch did not answer completely" : ""
            }])
          }
        )
        """;
}
