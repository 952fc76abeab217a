namespace Infra.Hosting.Samples;

/// <summary>
/// The small model that <c>sampleModel</c> uploads, so that an endpoint can be created before anybody has trained one:
/// <c>samples/serving</c>, trained by <c>samples/training/train.py</c>.
/// </summary>
internal static class SampleModel
{
    /// <summary>What <c>SAGEMAKER_PROGRAM</c> says.</summary>
    public const string Program = "inference.py";

    private const string Model = "model.json";

    /// <summary>A model with the code that serves it, as an endpoint of one model wants it.</summary>
    public static byte[] ModelArchive() => TarGz.Of((Model, Read(Model)), ($"code/{Program}", Read(Program)));

    /// <summary>The code alone, as a container wants it that starts before it has a model.</summary>
    public static byte[] CodeArchive() => TarGz.Of((Program, Read(Program)));

    private static byte[] Read(string name)
    {
        using var resource = typeof(SampleModel).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in {typeof(SampleModel).Assembly.GetName().Name}.");
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
