using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Training;

/// <summary>
/// How many instances of a type the account may train on at once on spot capacity. Quotas are raised, never lowered, and
/// AWS decides about a request by itself.
/// </summary>
/// <remarks>
/// The code comes from the settings because AWS publishes no list of them; each instance type has one of its own.
/// </remarks>
internal sealed record SpotQuota
{
    /// <summary>Code of the quota, which is called like <c>ml.g5.xlarge for spot training job usage</c>.</summary>
    [QuotaCode]
    public required string Code { get; init; }

    /// <summary>Instances, 1 to 1000.</summary>
    [Range(1, 1000)]
    public required int Instances { get; init; }
}
