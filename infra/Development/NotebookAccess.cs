using Infra.Identity;

namespace Infra.Development;

/// <summary>What a notebook may do: work with the bucket's data, and stop itself.</summary>
internal static class NotebookAccess
{
    private const string Datasets = "datasets/";
    private const string Output = "output/";

    public static PolicyDocument For(string bucket, string notebook, AwsPlace place) => new(
    [
        CommonStatements.List(bucket, [Datasets, Output], place),
        CommonStatements.Read(bucket, [Datasets, Output], place),
        CommonStatements.Write(bucket, [Datasets], place),
        .. CommonStatements.Report("/aws/sagemaker/NotebookInstances", "/aws/sagemaker/NotebookInstances", place),
        .. Stop(notebook, place).Statements,
    ]);

    public static PolicyDocument Stop(string notebook, AwsPlace place) => new(new Statement
    {
        Sid = "StopNotebook",
        Actions = ["sagemaker:StopNotebookInstance"],
        Resources = [place.Arn("sagemaker", $"notebook-instance/{notebook}")],
    });
}
