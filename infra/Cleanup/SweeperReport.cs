using System.Text.Json.Nodes;

namespace Infra.Cleanup;

/// <summary>What a sweeper tells people: the lines it notes on the way, and the message at the end.</summary>
internal static class SweeperReport
{
    public const string Idle =
        """
        (
          $sweep := $states.input.sweep;
          $endpoint := $states.input.endpoint;
          $remark := $endpoint.outcome != "" ? $endpoint.outcome
            : $endpoint.managed ? "it belongs to a stack: take it out of the stack file"
            : $endpoint.hasComponents ? "delete its inference components first"
            : "";
          { "sweep": $merge([$sweep, { "idle": $append($sweep.idle, [
            $endpoint.name & ", created " & $substringBefore($endpoint.created, "T") & ($remark != "" ? " (" & $remark & ")" : "")
          ]) }]) }
        )
        """;

    public const string Unclear =
        """
        (
          $sweep := $states.input.sweep;
          { "sweep": $merge([$sweep, { "unclear": $append($sweep.unclear, [
            $states.input.endpoint.name & ": " & $substring($states.input.endpoint.why, 0, 200)
          ]) }]) }
        )
        """;

    public static JsonObject Publish(SweeperSettings settings, SweeperSite site)
    {
        var what = settings.Delete
            ? "Deleted are only those of no stack and without inference components."
            : "Nothing was deleted: sweeper.delete is false.";
        return new()
        {
            ["Type"] = "Task",
            ["Resource"] = $"arn:{site.Place.Partition}:states:::sns:publish",
            ["Arguments"] = new JsonObject
            {
                ["TopicArn"] = site.TopicArn,
                ["Subject"] = Jsonata.Of("\"Idle endpoints: \" & $count($states.input.sweep.idle)"),
                ["Message"] = Jsonata.Of($$"""
                    (
                      $sweep := $states.input.sweep;
                      ($count($sweep.idle) = 0 ? "No endpoint is idle.\n"
                        : "These endpoints cost money and got no request since " & $substringBefore($sweep.from, "T") & ":\n"
                          & $join($sweep.idle.("- " & $), "\n") & "\n{{what}} The tag keep=true keeps an endpoint out of this list.\n")
                      & ($count($sweep.unclear) = 0 ? ""
                        : "Not judged:\n" & $join($sweep.unclear.("- " & $), "\n") & "\n")
                    )
                    """),
            },
            ["Retry"] = SweeperDefinition.AskAgain(),
            ["End"] = true,
        };
    }
}
