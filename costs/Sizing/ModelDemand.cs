using System.Globalization;

namespace Costs.Sizing;

/// <summary>The accelerator memory that a model needs.</summary>
/// <param name="Billions">Parameters of the model, in billions.</param>
/// <param name="Use">What is done with it.</param>
/// <param name="ActivationShare">Activations on top of the model states in training.</param>
/// <param name="IsSharded">
/// Whether the states are divided among the accelerators (ZeRO-3, FSDP, tensor parallelism). Otherwise each holds all of them.
/// </param>
public sealed record ModelDemand(double Billions, ModelUse Use, double ActivationShare, bool IsSharded)
{
    /// <summary>Share of the weights that a server needs for its cache and run time.</summary>
    public const double ServingShare = 0.2;

    /// <summary>Activations on top of the model states in training, where nobody says; 0.2 to 0.5 is usual.</summary>
    public const double UsualActivationShare = 0.3;

    public MemorySize Need { get; } =
        MemorySize.FromGB(Billions * Use.BytesPerParameter * (1 + (Use.IsTraining ? ActivationShare : ServingShare)));

    /// <summary>For example: a model of 7 billion parameters (lora) needs 20 GB.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"a model of {Billions:0.###} billion parameters ({Use.Name}) needs {Need}");
}
