using System.Text.Json.Nodes;

namespace Infra.Training;

/// <summary>
/// What an execution may say: <c>{"hyperParameters": {"name": "text"}}</c>, or nothing. Anything else ends it before a
/// job exists, in the words of this contract: an instance type that is silently ignored would be worse than one refused.
/// </summary>
/// <remarks>Written in JSONata, since paths can ask for a key but not for the absence of all others.</remarks>
internal static class LauncherInput
{
    public const string Check = "CheckInput";
    public const string Refused = "InputRefused";
    public const string Merge = "HyperParameters";

    /// <summary>CreateTrainingJob takes texts only, at most 100 of them, up to 2500 characters each.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html</remarks>
    private const string Contract =
        "The input may hold hyperParameters, a map from names to texts of at most 2500 characters, and nothing else: "
        + "{\\\"hyperParameters\\\": {\\\"epochs\\\": \\\"5\\\"}}. What a job costs is fixed by the family.";

    // Conditions are nested, not joined by "and": a look inside of something that is no map would be an error.
    private const string IsValid =
        """
        $type($states.input) = "object"
          ? $count($keys($states.input)[$ != "hyperParameters"]) = 0
            ? $exists($states.input.hyperParameters)
              ? $type($states.input.hyperParameters) = "object"
                ? $count($each($states.input.hyperParameters, function($value) {
                    $type($value) = "string" ? $length($value) <= 2500 : false })[$ = false]) = 0
                : false
              : true
            : false
          : false
        """;

    // A cause may have 32768 characters, an input many more.
    private const string WhatWasFound =
        """
        $type($states.input) != "object" ? "The input is no map. "
          : $count($keys($states.input)[$ != "hyperParameters"]) > 0
            ? "The input holds " & $substring($join($keys($states.input)[$ != "hyperParameters"], ", "), 0, 1000) & ". "
          : "hyperParameters is no map of texts. "
        """;

    /// <summary>The states before the first job; the last of them leaves <c>hyperParameters</c> and nothing else.</summary>
    public static JsonObject States(TrainingFamily family, string next) => new()
    {
        [Check] = new JsonObject
        {
            ["Type"] = "Choice",
            ["QueryLanguage"] = "JSONata",
            ["Choices"] = new JsonArray(new JsonObject { ["Condition"] = Jsonata.Of(IsValid), ["Next"] = Merge }),
            ["Default"] = Refused,
        },
        [Refused] = new JsonObject
        {
            ["Type"] = "Fail",
            ["QueryLanguage"] = "JSONata",
            ["Error"] = Refused,
            ["Cause"] = Jsonata.Of($"({WhatWasFound}) & \"{Contract}\""),
        },
        [Merge] = new JsonObject
        {
            ["Type"] = "Pass",
            ["QueryLanguage"] = "JSONata",
            ["Output"] = new JsonObject
            {
                // JSON is JSONata: the family's own stand there as they are, and the execution's win over them.
                ["hyperParameters"] = Jsonata.Of(
                    $"$merge([{DocumentText.Of(DocumentText.Map(family.HyperParameters))}, $states.input.hyperParameters])"),
            },
            ["Next"] = next,
        },
    };
}
