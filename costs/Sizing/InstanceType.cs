namespace Costs.Sizing;

/// <summary>The hardware of an instance type.</summary>
/// <param name="Name">For example ml.g5.xlarge.</param>
/// <param name="VirtualCpus">Virtual CPUs of the host.</param>
/// <param name="MemoryGiB">Memory of the host.</param>
/// <param name="Accelerators">Null for a CPU type.</param>
/// <param name="Offered">Where the API offers it; none where that was not recorded.</param>
/// <param name="Status">Whether new capacity can be counted on.</param>
public sealed record InstanceType(
    string Name, int VirtualCpus, double MemoryGiB, Accelerators? Accelerators, OfferedFor Offered, TypeStatus Status)
{
    public int Gpus => Accelerators is { Kind: AcceleratorKind.Gpu } gpus ? gpus.Count : 0;
}

/// <summary>The accelerators of one instance.</summary>
/// <param name="Kind">What builds of a model they run.</param>
/// <param name="Model">For example A10G.</param>
/// <param name="Count">How many.</param>
/// <param name="MemoryMiBEach">Memory of one, as EC2 reports it.</param>
public sealed record Accelerators(AcceleratorKind Kind, string Model, int Count, int MemoryMiBEach)
{
    public long MemoryMiB => (long)MemoryMiBEach * Count;

    /// <summary>Whether builds of a model for others run on these: any GPU's do on any GPU, Neuron builds only on the same chip.</summary>
    public bool RunBuildsFor(Accelerators others) => Kind == AcceleratorKind.Gpu ? others.Kind == AcceleratorKind.Gpu : Model == others.Model;

    public override string ToString() => $"{Count} × {Model}";
}

/// <summary>Inferentia and Trainium run Neuron builds of a model only: never a drop-in replacement for a GPU.</summary>
public enum AcceleratorKind
{
    Gpu,
    Inferentia,
    Trainium,
}

[Flags]
public enum OfferedFor
{
    NotRecorded = 0,
    Training = 1,
    Hosting = 2,
    NotebookInstance = 4,
    StudioApp = 8,
    Processing = 16,
}

public enum TypeStatus
{
    Current,

    /// <summary>An earlier generation: new capacity cannot be relied on.</summary>
    Previous,

    /// <summary>No on-demand price: only through training plans.</summary>
    PlanOnly,
}
