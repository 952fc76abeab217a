using System.Text.Json.Nodes;

namespace Emulator.Tests.Account;

/// <summary>One call of an operation: how it went, and what there is to say of it.</summary>
/// <param name="Faults">What botocore's model of the operation has against the parameters.</param>
/// <param name="Code">Of the error.</param>
/// <param name="Error">What the account answered instead of what was asked for.</param>
/// <param name="Why">What kept the emulator from an operation that was only checked.</param>
/// <param name="ReadBack">What was found there afterwards; null where the account cannot tell.</param>
internal sealed record AwsCall(
    string Service,
    string Operation,
    CallOutcome Outcome,
    JsonObject Request,
    JsonObject Answer,
    IReadOnlyList<string> Faults,
    string? Code,
    string? Error,
    string? Why,
    ReadBack? ReadBack)
{
    public static IReadOnlyList<AwsCall> AllOf(JsonObject created) => [.. (created["calls"]?.AsArray() ?? []).Select(call => Of(call!.AsObject()))];

    public static AwsCall Of(JsonObject call)
    {
        if ((string?)call["fault"] is { } fault)
            throw new InvalidOperationException(fault);
        return new(
            (string)call["service"]!,
            (string)call["operation"]!,
            (string)call["outcome"]! switch
            {
                "called" => CallOutcome.Called,
                "not implemented" => CallOutcome.OnlyChecked,
                "refused" => CallOutcome.Refused,
                _ => CallOutcome.Failed,
            },
            call["request"]?.AsObject() ?? [],
            call["answer"]?.AsObject() ?? [],
            Texts(call["faults"]),
            (string?)call["code"],
            (string?)call["error"],
            (string?)call["why"],
            call["readBack"] is JsonObject read
                ? new((string)read["operation"]!, (int)read["compared"]!, Texts(read["different"]), Texts(read["dropped"]))
                : null);
    }

    public override string ToString() => $"{Service} {Operation}: {string.Join("; ", Faults)}{Error}";

    private static string[] Texts(JsonNode? list) => [.. (list?.AsArray() ?? []).Select(text => (string)text!)];
}

/// <summary>How a call went.</summary>
internal enum CallOutcome
{
    /// <summary>The emulator did it.</summary>
    Called,

    /// <summary>The parameters are right, and the emulator does not implement the operation, or only a part of it.</summary>
    OnlyChecked,

    /// <summary>The parameters are wrong.</summary>
    Refused,

    /// <summary>The emulator answered with an error.</summary>
    Failed,
}

/// <summary>What an account says of something after it was put there.</summary>
/// <param name="Compared">Values that are there as asked for.</param>
/// <param name="Different">Values that are not.</param>
/// <param name="Dropped">Values that AWS would tell and the emulator does not.</param>
internal sealed record ReadBack(string Operation, int Compared, IReadOnlyList<string> Different, IReadOnlyList<string> Dropped);
