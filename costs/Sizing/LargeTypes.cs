namespace Costs.Sizing;

/// <summary>The types that have to be earned by a model that needs them.</summary>
public static class LargeTypes
{
    private const int ManyAccelerators = 8;

    /// <summary>Why a type is too large unless a model needs it; null where it is not.</summary>
    /// <param name="isForDevelopment">Whether people develop on it; they need one GPU at most.</param>
    public static string? Because(InstanceType type, bool isForDevelopment) => (type.Accelerators, InstanceName.Parse(type.Name)) switch
    {
        ({ Count: >= ManyAccelerators } many, _) => $"{many}",
        ({ } accelerators, { IsPFamily: true }) => $"{accelerators}, P family",
        ({ } accelerators, { IsTrainium: true }) => $"{accelerators}",
        ({ Kind: AcceleratorKind.Gpu, Count: > 1 } gpus, _) when isForDevelopment => $"{gpus}, where one GPU is enough to develop on",
        _ => null,
    };
}
