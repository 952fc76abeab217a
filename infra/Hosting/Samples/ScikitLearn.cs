using Infra.Compute;

namespace Infra.Hosting.Samples;

/// <summary>
/// The scikit-learn inference container of AWS. It serves with a script, and only the environment tells it which:
/// without these variables it does not start.
/// </summary>
/// <remarks>https://sagemaker.readthedocs.io/en/stable/frameworks/sklearn/using_sklearn.html#deploy-a-scikit-learn-model</remarks>
internal static class ScikitLearn
{
    public const string Repository = "sagemaker-scikit-learn";

    /// <summary>Where a container with one model has it unpacked before it starts.</summary>
    public const string CodeInModel = "/opt/ml/model/code";

    private const string ProgramVariable = "SAGEMAKER_PROGRAM";
    private const string DirectoryVariable = "SAGEMAKER_SUBMIT_DIRECTORY";

    public static bool Serves(string image) => EcrImage.Parse(image).Repository.Split('/')[^1] == Repository;

    /// <summary>Whether the stack file itself says where the script is.</summary>
    public static bool HasOwnScript(IReadOnlyDictionary<string, string> environment) => environment.ContainsKey(DirectoryVariable);

    /// <summary>The variables of a container, with the script's place where the image is this one. The stack file's own
    /// win.</summary>
    /// <param name="directory">A folder in the container, or the S3 URI of an archive that it fetches.</param>
    public static ImmutableDictionary<string, string> Environment(
        string image, string directory, IReadOnlyDictionary<string, string> given)
    {
        var variables = ImmutableDictionary<string, string>.Empty;
        if (Serves(image))
            variables = variables.Add(ProgramVariable, SampleModel.Program).Add(DirectoryVariable, directory);
        return variables.SetItems(given);
    }
}
