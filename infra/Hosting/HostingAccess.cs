using Infra.Compute;
using Infra.Identity;

namespace Infra.Hosting;

/// <summary>What a serving container may do: read its own models, pull its own image, write logs and metrics.</summary>
/// <param name="ModelFolder">The only models of the bucket that the container reads.</param>
internal sealed record HostingAccess(string Image, string ModelFolder)
{
    /// <summary>Where the requests of an asynchronous endpoint lie, which it reads too.</summary>
    public string? RequestFolder { get; init; }

    /// <summary>Where an asynchronous endpoint writes its responses: all it ever writes.</summary>
    public string? ResponseFolder { get; init; }

    /// <summary>SageMaker names log groups and metrics after the endpoint, or after the inference component on it.</summary>
    public bool IsInferenceComponent { get; init; }

    private string Reports => IsInferenceComponent ? "/aws/sagemaker/InferenceComponents" : "/aws/sagemaker/Endpoints";

    public PolicyDocument On(string bucket, AwsPlace place)
    {
        string[] read = [ModelFolder, .. Given(RequestFolder)];
        string[] written = [.. Given(ResponseFolder)];
        return new(
        [
            CommonStatements.List(bucket, [.. read, .. written], place),
            CommonStatements.Read(bucket, read, place),
            .. written.Length > 0 ? [CommonStatements.Write(bucket, written, place)] : Array.Empty<Statement>(),
            .. CommonStatements.PullImage(EcrImage.Parse(Image), place),
            .. CommonStatements.Report($"{Reports}/*", Reports, place),
        ]);
    }

    private static string[] Given(string? folder) => folder is null ? [] : [folder];
}
