namespace Costs.Sizing;

/// <summary>What is done with a model, which decides how many bytes of accelerator memory each parameter takes.</summary>
/// <param name="Name">As written in the tag <c>training-mode</c>.</param>
/// <param name="BytesPerParameter">Before activations, or before the cache of a server.</param>
/// <param name="IsTraining">Whether activations come on top; a server needs its cache instead.</param>
public sealed record ModelUse(string Name, double BytesPerParameter, bool IsTraining)
{
    /// <summary>Mixed precision with Adam: weights 2, gradients 2, optimizer states 12.</summary>
    /// <remarks>Rajbhandari et al., "ZeRO: Memory Optimizations Toward Training Trillion Parameter Models".</remarks>
    public static ModelUse Full { get; } = new("full", 16, IsTraining: true);

    /// <summary>The weights in 16 bits.</summary>
    public static ModelUse Inference { get; } = new("inference", 2, IsTraining: false);

    public static ImmutableArray<ModelUse> All { get; } =
    [
        Full,

        // With fp32 master weights and gradients: Hugging Face Transformers documentation, "Model training anatomy".
        new("full-fp32", 18, IsTraining: true),

        // The same page counts 2 bytes of optimizer state instead of 8: 10 to 12 bytes.
        new("full-8bit-adam", 12, IsTraining: true),

        // Frozen 16-bit weights and small adapters: Hu et al., "LoRA".
        new("lora", 2.2, IsTraining: true),

        // 4-bit weights; 65B on one 48 GB card: Dettmers et al., "QLoRA".
        new("qlora", 0.7, IsTraining: true),
        Inference,
        new("inference-int8", 1, IsTraining: false),
        new("inference-int4", 0.5, IsTraining: false),
    ];

    public static ModelUse? Find(string name) =>
        All.FirstOrDefault(use => use.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
