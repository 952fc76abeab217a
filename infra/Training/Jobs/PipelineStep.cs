using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Training.Jobs;

/// <summary>One step: a processing job or a training job.</summary>
internal sealed record PipelineStep : IConsistent
{
    /// <summary>Steps that have to be over before. Default: none.</summary>
    [Length(0, 50)]
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Works on data. Default: the step trains.</summary>
    public ProcessingStep? Processing { get; init; }

    /// <summary>Trains a family of the stack. Default: the step processes.</summary>
    public TrainingStep? Training { get; init; }

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (Processing is null == Training is null)
        {
            yield return new(
                path, Processing is null ? "does nothing" : "is two things at once", "either processing or training, one of them");
        }
    }
}
