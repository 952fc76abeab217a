using System.ComponentModel.DataAnnotations;

namespace Infra.Hosting;

/// <summary>One of the models behind a multi-model endpoint.</summary>
internal sealed record ServedModel
{
    /// <summary>Size in billions of parameters, 0.0001 to 10000. Default: not declared.</summary>
    [Range(0.0001, 10000)]
    public decimal? ParametersBillions { get; init; }
}
