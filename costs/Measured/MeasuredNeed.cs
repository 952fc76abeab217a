using Costs.Sizing;

namespace Costs.Measured;

/// <summary>What was used of an instance, in amounts that can be held against another type.</summary>
/// <remarks>
/// GPUs are known only as a sum: how much each had in its memory is not. So one GPU of another type has to hold an equal part,
/// as every GPU may have a copy of the model, and all of them together the whole.
/// </remarks>
/// <param name="Present">The type that it was measured on.</param>
/// <param name="BusyGpus">As many GPUs would have been busy all the time; 0 for a type without.</param>
/// <param name="GpuMemoryMiB">At the most, of all GPUs together; 0 for a type without.</param>
/// <param name="BusyCpus">As many cores would have been busy all the time.</param>
/// <param name="MemoryGiB">Of the host, at the most.</param>
internal sealed record MeasuredNeed(InstanceType Present, decimal BusyGpus, decimal GpuMemoryMiB, decimal BusyCpus, decimal MemoryGiB)
{
    /// <summary>Part of anything that can be used.</summary>
    private const decimal Usable = 0.9m;

    /// <summary>What jobs needed: on average what computes, since they take the time they take, and at the most of memory.</summary>
    /// <returns>Null where something of it was not measured, or was measured on another type.</returns>
    public static MeasuredNeed? Of(FamilyUse use) => use.IsOfOtherInstances
        ? null
        : Of(use.Family.InstanceType, use.Gpu.Mean, use.GpuMemory.Peak, use.Cpu.Mean, use.Memory.Peak);

    /// <summary>What answering needed at the most: callers wait for it.</summary>
    /// <inheritdoc cref="Of(FamilyUse)"/>
    public static MeasuredNeed? Of(VariantUse use) => use.IsOfOtherInstances || use.Variant.InstanceType is not { } type
        ? null
        : Of(type, use.Gpu.Peak, use.GpuMemory.Peak, use.Cpu.Peak, use.Memory.Peak);

    /// <summary>Whether another type has enough of everything.</summary>
    public bool IsMetBy(InstanceType type) =>
        type.VirtualCpus * Usable >= BusyCpus
        && (decimal)type.MemoryGiB * Usable >= MemoryGiB
        && (Present.Gpus == 0 ? type.Accelerators is null : IsMetByGpusOf(type));

    private bool IsMetByGpusOf(InstanceType type) =>
        type is { Gpus: > 0, Accelerators: { } gpus }
        && gpus.Count >= BusyGpus
        && gpus.MemoryMiBEach * Usable >= GpuMemoryMiB / Present.Gpus
        && gpus.MemoryMiB * Usable >= GpuMemoryMiB;

    private static MeasuredNeed? Of(string name, decimal? gpu, decimal? gpuMemory, decimal? cpu, decimal? memory)
    {
        if (InstanceCatalogue.Find(name) is not { } type || (type.Accelerators is not null && type.Gpus == 0)
            || cpu is not { } cpuPercent || memory is not { } memoryPercent)
        {
            return null;
        }

        return type.Accelerators is not { } gpus
            ? new(type, 0, 0, cpuPercent / 100 * type.VirtualCpus, memoryPercent / 100 * (decimal)type.MemoryGiB)
            : gpu is not { } gpuPercent || gpuMemory is not { } gpuMemoryPercent
                ? null
                : new(
                    type,
                    gpuPercent / 100 * gpus.Count,
                    gpuMemoryPercent / 100 * gpus.MemoryMiB,
                    cpuPercent / 100 * type.VirtualCpus,
                    memoryPercent / 100 * (decimal)type.MemoryGiB);
    }
}
