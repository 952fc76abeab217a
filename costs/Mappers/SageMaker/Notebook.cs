using Costs.Quantities;

namespace Costs.Mappers.SageMaker;

/// <summary>A notebook instance.</summary>
/// <param name="StopsWhenIdle">Whether something stops it while nobody works: it has a lifecycle configuration, which is the
/// only place where it can be told to.</param>
internal sealed record Notebook(Known<string> InstanceType, Quantity VolumeGb, Quantity HoursPerMonth, bool StopsWhenIdle);
