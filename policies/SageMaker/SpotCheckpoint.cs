using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>An interrupted spot job goes on where it was: it keeps checkpoints, in a place of its own.</summary>
/// <remarks>
/// It sees one job at a time, and does not compare the places of two: the runs of a family share theirs on purpose. See
/// https://docs.aws.amazon.com/sagemaker/latest/dg/model-checkpoints.html
/// </remarks>
internal sealed class SpotCheckpoint : TrainingPolicy
{
    private const string SharedPrefixes = "sharedPrefixes";
    private const int HourSeconds = 3600;
    private const string Scheme = "s3://";
    private const string Example = "s3://<bucket>/checkpoints/<family>/";

    private static readonly string[] DefaultSharedPrefixes = ["checkpoints"];

    public override PolicyInfo Info { get; } = new()
    {
        Name = "spot-checkpoint",
        DisplayName = "Spot jobs keep checkpoints of their own",
        Description = "A spot job keeps checkpoints, and not in a bucket or folder that all jobs share.",
        Severity = Severity.High,
        Remediation = "Set checkpointConfig.s3Uri to a folder of the job family's own, such as " + Example + ", and "
            + "let the training code write to /opt/ml/checkpoints and resume from it.",
        Url = PolicyPages.Of("spot-checkpoint"),
        Tags = ["sagemaker", "cost", "spot", PolicyTags.Irreversible],
        Config = new(PolicySetting.Texts(
            SharedPrefixes,
            "Folders of a bucket below which every job family has one of its own: the folder itself is nobody's.",
            DefaultSharedPrefixes)),
    };

    /// <summary>Whether a URI names a place that a job family has for itself, by the settings that hold where nobody sets others.</summary>
    public static bool IsOfItsOwn(string uri) => FaultOf(uri, PropertyValue.Of(DefaultSharedPrefixes)) is null;

    protected override Verdict Judge(TrainingTerms terms, ResourceContext context) => (terms.Spot.Known, terms.CheckpointUri.Known) switch
    {
        _ when terms.IsServerless.Known.Value == true => Verdict.NotApplicable("A serverless training job knows no checkpoints."),
        ({ IsUnknown: false, Value: not true }, _) => Verdict.Compliant,
        (_, { IsUnknown: true }) => Verdict.Unknown(terms.CheckpointUri.Path.ToString()),
        (_, { Value: { } uri }) when FaultOf(uri, context.Config[SharedPrefixes]) is { } fault => terms.Spot.Known.IsUnknown
            ? Verdict.Unknown(terms.Spot.Path.ToString())
            : Verdict.Violation($"{context.Resource.Name}: {terms.CheckpointUri.Path} is {terms.CheckpointUri.Known}, {fault}"),
        (_, { Value: not null }) => Verdict.Compliant,
        ({ IsUnknown: true }, _) => Verdict.Unknown(terms.Spot.Path.ToString()),
        _ => WithoutCheckpoints(terms, context),
    };

    private static Verdict WithoutCheckpoints(TrainingTerms terms, ResourceContext context)
    {
        var found = $"{context.Resource.Name}: {terms.CheckpointUri.Path} is not set: an interrupted job starts again from nothing";
        return terms.MaxRuntime.Known switch
        {
            { IsUnknown: true } => Verdict.Unknown(terms.MaxRuntime.Path.ToString()),
            { Value: <= HourSeconds } => Verdict.Warning($"{found}, up to an hour of work. Consider a folder of the job family's own."),
            _ => Verdict.Violation($"{found}. Set it to a folder of the job family's own, or limit the run time to {HourSeconds} seconds."),
        };
    }

    /// <summary>Why a job must not keep its checkpoints there and what to do, in the words of a message; null where it may.</summary>
    private static string? FaultOf(string uri, PropertyValue shared)
    {
        const string Shared = "which all jobs share: SageMaker adds nothing to it, so that each job restores the files of every other. "
            + "Add a folder for the job family.";
        if (!uri.StartsWith(Scheme, StringComparison.Ordinal))
        {
            return null;
        }

        return uri[Scheme.Length..].TrimEnd('/').Split('/') switch
        {
            ["", ..] => $"which names no bucket. Give a folder of the job family's own, such as {Example}.",
            [_] => $"a whole bucket {Shared}",
            [_, .. var folders] when IsListed(Joined(folders), shared) => $"a folder {Shared}",
            _ => null,
        };
    }

    private static string Joined(string[] folders) => string.Join('/', folders.Where(folder => folder.Length > 0));

    private static bool IsListed(string folder, PropertyValue shared)
    {
        foreach (var item in shared.Items)
        {
            if (item.AsString()?.Trim('/') == folder)
            {
                return true;
            }
        }

        return false;
    }
}
