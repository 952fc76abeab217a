using System.Text.Json;

namespace Costs.Catalogue;

/// <summary>What an instance type is, beside what it costs.</summary>
/// <param name="Type">For example ml.g5.xlarge.</param>
/// <param name="Family">For example g5.</param>
/// <param name="Accelerator">Null for a type that has only CPUs.</param>
/// <param name="Spot">Null where nothing is known of its spot capacity.</param>
public sealed record InstanceFacts(
    string Type, string Family, int Vcpu, decimal MemoryGiB, Accelerator? Accelerator, InstanceStatus Status, SpotStatistics? Spot)
{
    /// <summary>
    /// Whether the instance brings its own NVMe disks: jobs and endpoints use those, and no volume is attached or billed.
    /// </summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html, VolumeSizeInGB</remarks>
    public bool HasLocalStorage => HasLocalStorageIn(Family);

    internal static InstanceFacts Read(string type, JsonElement instance) => new(
        type,
        Text(instance, "family") ?? FamilyOf(type),
        (int)(Number(instance, "vcpu") ?? 0),
        Number(instance, "memoryGiB") ?? 0,
        instance.TryGetProperty("accelerator", out var accelerator) ? ReadAccelerator(accelerator) : null,
        ReadStatus(Text(instance, "status")),
        instance.TryGetProperty("ec2Spot", out var spot) ? ReadSpot(spot) : null);

    /// <summary>For example g5 of ml.g5.xlarge; the whole name where it is spelt differently.</summary>
    internal static string FamilyOf(string type) => type.Split('.') is ["ml", var family, _] ? family : type;

    /// <summary>By name, since a type need not be in the list to be planned: G4dn to G7e, P3dn and later, Trainium, and any
    /// family with a "d" for disk.</summary>
    internal static bool HasLocalStorageIn(string family) =>
        family.StartsWith("g4", StringComparison.Ordinal) || family.StartsWith("g5", StringComparison.Ordinal)
        || family.StartsWith("g6", StringComparison.Ordinal) || family.StartsWith("g7", StringComparison.Ordinal)
        || family.StartsWith("p4", StringComparison.Ordinal) || family.StartsWith("p5", StringComparison.Ordinal)
        || family.StartsWith("p6", StringComparison.Ordinal) || family.StartsWith("trn", StringComparison.Ordinal)
        || family is "p3dn" or "dl1"
        || (family is ['c' or 'm' or 'r', >= '0' and <= '9', ..] && family.EndsWith('d'));

    private static Accelerator? ReadAccelerator(JsonElement accelerator) => accelerator.ValueKind != JsonValueKind.Object
        ? null
        : new(
            Text(accelerator, "kind") ?? "gpu",
            Text(accelerator, "model") ?? "unnamed",
            (int)(Number(accelerator, "count") ?? 1),
            Number(accelerator, "memoryGiBEach"));

    private static SpotStatistics? ReadSpot(JsonElement spot) => Number(spot, "savingsPercent") is { } savings
        ? new(savings, Text(spot, "interruptionBand") ?? "unknown")
        : null;

    private static InstanceStatus ReadStatus(string? status) => status switch
    {
        "retired" => InstanceStatus.Retired,
        "no-list-price" => InstanceStatus.NoListPrice,
        _ => InstanceStatus.Current,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}

/// <param name="Kind">gpu, inferentia or trainium.</param>
/// <param name="MemoryGiBEach">Null where the list does not say.</param>
public sealed record Accelerator(string Kind, string Model, int Count, decimal? MemoryGiBEach);

/// <summary>How EC2 spot capacity of the same hardware did; it stands in for SageMaker's, which AWS does not publish.</summary>
/// <param name="SavingsPercent">Below on-demand.</param>
/// <param name="InterruptionBand">As the Spot Instance Advisor names it, for example "10-15%".</param>
public sealed record SpotStatistics(decimal SavingsPercent, string InterruptionBand);

public enum InstanceStatus
{
    Current,

    /// <summary>No longer in AWS's price list; its price is the last that was published.</summary>
    Retired,

    /// <summary>Sold otherwise than by the hour, for example through training plans.</summary>
    NoListPrice,
}
