using Infra.Settings;
using Infra.Storage;

namespace Infra.Hosting.Samples;

/// <summary>What must lie in the bucket before an endpoint can be created.</summary>
/// <param name="Models">Keys of model archives.</param>
/// <param name="Code">Key of the script that a multi-model container starts with, where it needs one.</param>
internal sealed record ServedFiles(IReadOnlyList<string> Models, string? Code = null)
{
    private const string OnlyModel = "model.tar.gz";

    public IEnumerable<string> Keys => Code is null ? Models : [.. Models, Code];

    /// <summary>An endpoint of one model has it in one archive, with its code.</summary>
    public static ServedFiles OfOne(string endpoint) => new([BucketLayout.LiveModelsOf(endpoint) + OnlyModel]);

    /// <summary>An archive for each model. A scikit-learn container starts before it has any, so its script is apart.</summary>
    public static ServedFiles Of(string endpoint, MultiModelSettings settings)
    {
        var folder = BucketLayout.LiveModelsOf(endpoint);
        return new(
            [.. settings.Models.Keys.Order(StringComparer.Ordinal).Select(model => $"{folder}{model}.tar.gz")],
            ScikitLearn.Serves(settings.Image) && !ScikitLearn.HasOwnScript(settings.Environment)
                ? CodeOf(endpoint)
                : null);
    }

    public static string CodeOf(string endpoint) => $"{BucketLayout.LiveModelsOf(endpoint)}code/sourcedir.tar.gz";

    /// <summary>The sample is code for one container; in another it would only make the endpoint fail later.</summary>
    public static IEnumerable<SettingFault> SampleFaults(string path, bool wanted, string image)
    {
        if (wanted && !ScikitLearn.Serves(image))
        {
            yield return new(
                SettingsShape.Join(path, "sampleModel"), "is true",
                $"false, or an image of {ScikitLearn.Repository}: the sample is made for that container");
        }
    }
}
