using System.ComponentModel.DataAnnotations;

namespace Infra.Hosting;

/// <summary>
/// What one copy of the model needs of an instance, so that the endpoint can host it as an inference component: only
/// those go to zero.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InferenceComponentComputeResourceRequirements.html</remarks>
internal sealed record ScaleToZero
{
    /// <summary>MB of memory that one copy reserves, 128 to 4000000. An instance keeps some for itself; several copies
    /// share one where they fit.</summary>
    [Range(128, 4_000_000)]
    public required int MemoryMbPerCopy { get; init; }

    /// <summary>Cores that one copy reserves, 0.25 to 512. Default: no reservation.</summary>
    [Range(0.25, 512)]
    public decimal? CpuCoresPerCopy { get; init; }

    /// <summary>GPUs or other accelerators that one copy gets, 1 to 16. Default: 1 where the instance type has any.</summary>
    [Range(1, 16)]
    public int? AcceleratorsPerCopy { get; init; }
}
