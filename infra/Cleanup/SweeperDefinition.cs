using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Cleanup;

/// <summary>
/// The state machine that goes through all endpoints, one after the other: what each is, whether it costs anything, whether
/// somebody called it. What cannot be found out about an endpoint is said in the report, and keeps it.
/// </summary>
/// <remarks>
/// An execution has 25,000 events of history, an endpoint takes about 30 of them: some 800 endpoints that are in service.
/// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
/// </remarks>
internal static class SweeperDefinition
{
    private const string Next = "NextEndpoint";
    private const string NoteIdle = "NoteIdle";
    private const string NoteUnclear = "NoteUnclear";
    private const string ReadComponents = "ReadComponents";

    public static JsonObject For(SweeperSettings settings, SweeperSite site)
    {
        var states = new JsonObject
        {
            ["Begin"] = Pass(Window(settings.WindowDays), "ListEndpoints"),
            ["ListEndpoints"] = Task(site, "sagemaker:listEndpoints", EndpointPage, Endpoints, Next),
            [Next] = Choice("HasFindings",
                ("$count($states.input.sweep.waiting) > 0", "TakeEndpoint"),
                ("$states.input.sweep.next != \"\"", "ListEndpoints")),
            ["TakeEndpoint"] = Pass(Take, "DescribeEndpoint"),
            ["DescribeEndpoint"] = Look(
                site, "sagemaker:describeEndpoint", """{ "EndpointName": $states.input.endpoint.name }""", Facts, "CostsAnything"),
            ["CostsAnything"] = Choice(Next, ("$states.input.endpoint.runs", "ReadTags")),
            ["ReadTags"] = Look(
                site, "sagemaker:listTags", """{ "ResourceArn": $states.input.endpoint.arn, "MaxResults": 50 }""",
                TagFacts(site), "IsKept"),
            ["IsKept"] = Choice(ReadComponents, ("$states.input.endpoint.keep", Next)),
            [ReadComponents] = Look(site, "sagemaker:listInferenceComponents", ComponentPage, Components, "ReadMetrics"),
            ["ReadMetrics"] = Look(
                site, "cloudwatch:getMetricData", SweeperMetrics.Request, SweeperMetrics.Use, "Judge"),
            ["Judge"] = Choice(NoteIdle,
            [
                ("$states.input.endpoint.why != \"\"", NoteUnclear),
                ("$states.input.endpoint.use > 0", Next),
                ("$states.input.endpoint.more != \"\"", ReadComponents),
                .. settings.Delete
                    ? [("$not($states.input.endpoint.managed or $states.input.endpoint.hasComponents)", "DeleteEndpoint")]
                    : Array.Empty<(string, string)>(),
            ]),
            [NoteIdle] = Pass(SweeperReport.Idle, Next),
            [NoteUnclear] = Pass(SweeperReport.Unclear, Next),
            ["HasFindings"] = Choice("Done",
                ("$count($states.input.sweep.idle) + $count($states.input.sweep.unclear) > 0", "Report")),
            ["Report"] = SweeperReport.Publish(settings, site),
            ["Done"] = new JsonObject { ["Type"] = "Succeed" },
        };
        if (settings.Delete)
            states["DeleteEndpoint"] = DeleteEndpoint(site);
        return new JsonObject
        {
            ["Comment"] = "Reports endpoints that nobody calls.",
            ["QueryLanguage"] = "JSONata",
            ["StartAt"] = "Begin",
            ["States"] = states,
        };
    }

    /// <summary>Services answer "not now" at times; that is no reason to miss an endpoint.</summary>
    public static JsonArray AskAgain() => new(new JsonObject
    {
        ["ErrorEquals"] = new JsonArray("States.TaskFailed"),
        ["IntervalSeconds"] = 5,
        ["BackoffRate"] = 2,
        ["MaxAttempts"] = 3,
    });

    private static JsonObject Pass(string output, string next) =>
        new() { ["Type"] = "Pass", ["Output"] = Jsonata.Of(output), [nameof(Next)] = next };

    private static JsonObject Choice(string otherwise, params (string Condition, string Next)[] rules) => new()
    {
        ["Type"] = "Choice",
        ["Choices"] = new JsonArray([.. rules.Select(rule => new JsonObject
        {
            ["Condition"] = Jsonata.Of(rule.Condition),
            [nameof(Next)] = rule.Next,
        })]),
        ["Default"] = otherwise,
    };

    private static JsonObject Task(SweeperSite site, string action, string arguments, string output, string next) => new()
    {
        ["Type"] = "Task",
        ["Resource"] = $"arn:{site.Place.Partition}:states:::aws-sdk:{action}",
        ["Arguments"] = Jsonata.Of(arguments),
        ["Retry"] = AskAgain(),
        ["Output"] = Jsonata.Of(output),
        [nameof(Next)] = next,
    };

    /// <summary>A look at one endpoint: it may be gone by now, or not be ours to look at.</summary>
    private static JsonObject Look(SweeperSite site, string action, string arguments, string output, string next)
    {
        var task = Task(site, action, arguments, output, next);
        task["Catch"] = Caught("""{ "why": $states.errorOutput.Cause }""", NoteUnclear);
        return task;
    }

    private static JsonObject DeleteEndpoint(SweeperSite site)
    {
        var task = Task(
            site, "sagemaker:deleteEndpoint", """{ "EndpointName": $states.input.endpoint.name }""",
            OfEndpoint("""{ "outcome": "it was deleted" }"""), NoteIdle);
        task["Catch"] = Caught("""{ "outcome": "it could not be deleted: " & $states.errorOutput.Cause }""", NoteIdle);
        return task;
    }

    private static JsonArray Caught(string facts, string next) => new(new JsonObject
    {
        ["ErrorEquals"] = new JsonArray("States.ALL"),
        ["Output"] = Jsonata.Of(OfEndpoint(facts)),
        [nameof(Next)] = next,
    });

    private static string OfEndpoint(string facts) =>
        $$"""{ "sweep": $states.input.sweep, "endpoint": $merge([$states.input.endpoint, {{facts}}]) }""";

    /// <summary>Every endpoint is judged by the same period, however long the sweep takes.</summary>
    private static string Window(int days) => string.Create(CultureInfo.InvariantCulture,
        $$"""
        (
          $until := $states.context.Execution.StartTime;
          { "sweep": {
            "from": $fromMillis($toMillis($until) - {{days}} * 86400000),
            "until": $until,
            "next": "",
            "waiting": [],
            "idle": [],
            "unclear": []
          } }
        )
        """);

    private const string EndpointPage =
        """
        $merge([
          { "StatusEquals": "InService", "MaxResults": 100 },
          $states.input.sweep.next != "" ? { "NextToken": $states.input.sweep.next } : {}
        ])
        """;

    /// <summary>Those that exist for the whole window: of a younger one, no data says nothing.</summary>
    private const string Endpoints =
        """
        (
          $sweep := $states.input.sweep;
          $old := $states.result.Endpoints[$toMillis(CreationTime) < $toMillis($sweep.from)];
          { "sweep": $merge([$sweep, {
            "next": $exists($states.result.NextToken) ? $states.result.NextToken : "",
            "waiting": [$old.EndpointName]
          }]) }
        )
        """;

    private const string Take =
        """
        (
          $sweep := $states.input.sweep;
          {
            "sweep": $merge([$sweep, { "waiting": [$filter($sweep.waiting, function($name, $i) { $i > 0 })] }]),
            "endpoint": {
              "name": $sweep.waiting[0], "created": "", "why": "", "outcome": "", "more": "", "use": 0,
              "managed": false, "hasComponents": false
            }
          }
        )
        """;

    /// <summary>A variant costs something while it has instances, or capacity that is kept ready for serverless calls.</summary>
    private static readonly string Facts =
        $$"""
        (
          $found := $states.result;
          {{OfEndpoint(
            """
            {
              "arn": $found.EndpointArn,
              "created": $found.CreationTime,
              "asynchronous": $exists($found.AsyncInferenceConfig),
              "variants": [$found.ProductionVariants.VariantName],
              "runs": $count($found.ProductionVariants[
                $exists(CurrentServerlessConfig)
                  ? ($exists(CurrentServerlessConfig.ProvisionedConcurrency) ? CurrentServerlessConfig.ProvisionedConcurrency > 0 : false)
                  : $not(CurrentInstanceCount = 0)
              ]) > 0
            }
            """)}}
        )
        """;

    /// <summary>SageMaker writes names in its ARNs in lower case, and looks them up without regard to case.</summary>
    private static string TagFacts(SweeperSite site)
    {
        var own = Jsonata.List(site.OwnEndpoints.Select(name => name.ToLowerInvariant()));
        return $$"""
            (
              $tag := function($key) { $states.result.Tags[Key = $key].Value };
              {{OfEndpoint($$"""
                {
                  "keep": $exists($tag("keep")) ? $lowercase($tag("keep")) = "true" : false,
                  "managed": $lowercase($states.input.endpoint.name) in {{own}}
                    or ($exists($tag("component")) ? $tag("component") in {{Jsonata.List(SweeperSite.HostingComponents)}} : false)
                }
                """)}}
            )
            """;
    }

    private const string ComponentPage =
        """
        $merge([
          { "EndpointNameEquals": $states.input.endpoint.name, "MaxResults": 100 },
          $states.input.endpoint.more != "" ? { "NextToken": $states.input.endpoint.more } : {}
        ])
        """;

    private static readonly string Components =
        $$"""
        (
          $names := [$states.result.InferenceComponents.InferenceComponentName];
          {{OfEndpoint(
            """
            {
              "components": $names,
              "hasComponents": $states.input.endpoint.hasComponents or $count($names) > 0,
              "more": $exists($states.result.NextToken) ? $states.result.NextToken : ""
            }
            """)}}
        )
        """;
}
