using Infra.Storage;

namespace Infra.Training.Jobs;

/// <summary>A pipeline with the families that its steps train.</summary>
internal sealed record PipelinePlan(
    string Name, PipelineSettings Settings, IReadOnlyDictionary<string, TrainingFamily> Families)
{
    /// <summary>Scripts of processing steps.</summary>
    public string CodeFolder => BucketLayout.CodeOf($"pipelines.{Name}");

    public IEnumerable<(string Step, TrainingWork Work)> Trainings =>
        from step in Settings.Steps
        let training = step.Value.Training
        where training is not null
        select (step.Key, WorkOf(training));

    public IEnumerable<ProcessingStep> Processings =>
        Settings.Steps.Values.Select(step => step.Processing).OfType<ProcessingStep>();

    public TrainingWork WorkOf(TrainingStep step) => new(step.Family, Families[step.Family], step.Script, step.HyperParameters);

    /// <summary>Executions keep their checkpoints apart below it: one must not go on from another's weights.</summary>
    public string CheckpointsOf(string step) => BucketLayout.CheckpointsOf($"pipelines.{Name}/{step}");

    /// <summary>What the jobs of all steps reach; they run under one role.</summary>
    public JobAccess StepAccess()
    {
        var reaches = Trainings.Select(training => JobAccess.Of(training.Work, CheckpointsOf(training.Step)))
            .Concat(Processings.Select(AccessOf))
            .ToArray();
        return new(
            [.. reaches.SelectMany(reach => reach.Images).Distinct()],
            [.. reaches.SelectMany(reach => reach.Read).Distinct()],
            [.. reaches.SelectMany(reach => reach.Written).Distinct()],
            [.. reaches.SelectMany(reach => reach.Reports).Distinct()]);
    }

    private JobAccess AccessOf(ProcessingStep step) => new(
        [step.Image],
        Read: [.. step.Script is null ? [] : new[] { CodeFolder }, .. step.Inputs.Values.Select(BucketLayout.Dataset)],
        Written: [.. step.Outputs.Values.Select(BucketLayout.Dataset)],
        Reports: [JobAccess.ProcessingJobs]);
}
