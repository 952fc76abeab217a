using Costs.Catalogue.Keys;
using Costs.Mappers.SageMaker.Jobs;
using Costs.Plan;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.Aws.Sfn;
using NativeMachine = ResourceViews.AwsNative.StepFunctions.StateMachineProps;

namespace Costs.Measured;

/// <summary>Finds the training jobs of a plan by what they will be called.</summary>
internal static class WatchedJobs
{
    public static (ImmutableArray<WatchedFamily> Families, ImmutableArray<NotWatched> NotWatched) In(IReadOnlyList<PlannedResource> plan)
    {
        var families = ImmutableArray.CreateBuilder<WatchedFamily>();
        var notWatched = ImmutableArray.CreateBuilder<NotWatched>();
        foreach (var resource in plan.Where(resource => resource.IsCustom))
        {
            ImmutableArray<NamedJob> jobs = [.. JobsOf(resource)];
            families.AddRange(
                from job in jobs
                where job is { Name: not null, InstanceType: not null }
                group job.Name by job.InstanceType into alike
                select new WatchedFamily(resource.Urn, resource.Name, [.. alike.Distinct()], alike.Key) { RunsByItself = RunsByItself(resource) });
            if (jobs.FirstOrDefault(job => job.Name is null || job.InstanceType is null) is { } unnamed)
            {
                notWatched.Add(new(resource.Urn, resource.Name, unnamed.Name is null
                    ? "what its training jobs are called is not known before they run"
                    : "what its training jobs run on is not known before they run"));
            }
        }

        return (families.ToImmutable(), notWatched.ToImmutable());
    }

    private static bool RunsByItself(PlannedResource resource) =>
        resource.Type == TrainingJobProps.ResourceType || resource.Type == HyperParameterTuningJobProps.ResourceType;

    private static IEnumerable<NamedJob> JobsOf(PlannedResource resource)
    {
        var inputs = PropertyValue.FromMap(resource.Inputs);
        if (resource.Type == StateMachineProps.ResourceType)
        {
            return OfDefinition(StateMachineProps.From(inputs).Definition.Value);
        }

        if (resource.Type == NativeMachine.ResourceType)
        {
            var machine = NativeMachine.From(inputs);
            return OfDefinition(machine.DefinitionString.Value
                ?? (machine.Definition.IsMissing || machine.Definition.Value.ContainsUnknown() ? null : machine.Definition.Value.ToString()));
        }

        if (resource.Type == TrainingJobProps.ResourceType)
        {
            var job = TrainingJobProps.From(inputs);
            return [new(job.TrainingJobName.Value, job.ResourceConfig.InstanceType.Value)];
        }

        if (resource.Type == HyperParameterTuningJobProps.ResourceType)
        {
            // Trials are called like their search, a number and some letters.
            var tuning = HyperParameterTuningJobProps.From(inputs);
            return [new(tuning.Name.Value is { } name ? $"{name}-" : null, TypeOf(tuning.TrainingJobDefinition))];
        }

        return resource.Type.EndsWith(":Pipeline", StringComparison.Ordinal) && resource.Type.Contains("sagemaker", StringComparison.Ordinal)
            ? OfPipeline(resource)
            : [];
    }

    private static IEnumerable<NamedJob> OfDefinition(string? definition)
    {
        using var document = JobDocument.Parse(definition);
        return document is null
            ? []
            : [.. StateMachineJobs.AllIn(document.RootElement).Where(IsTraining).Select(job => new NamedJob(job.NamePrefix, TypeOf(job)))];
    }

    /// <summary>SageMaker itself names the jobs of a pipeline, after the execution.</summary>
    private static IEnumerable<NamedJob> OfPipeline(PlannedResource pipeline)
    {
        using var document = JobDocument.Parse(pipeline.Inputs["pipelineDefinition"u8].AsString());
        return document is null
            ? []
            : [.. PipelineJobs.In(document.RootElement).Where(IsTraining).Select(job => new NamedJob(null, TypeOf(job)))];
    }

    private static bool IsTraining(Job job) => job.Use == InstanceUse.Training;

    private static string? TypeOf(Job job) => job.Groups is [{ Type.Value: { } type }] ? type : null;

    private static string? TypeOf(HyperParameterTuningJobTrainingJobDefinitionProps definition)
    {
        var tuned = definition.HyperParameterTuningResourceConfig;
        return tuned.IsMissing ? definition.ResourceConfig.InstanceType.Value : tuned.InstanceType.Value;
    }

    /// <param name="Name">Null where it is not known.</param>
    /// <param name="InstanceType">Null where it is not known, or where there are several.</param>
    private sealed record NamedJob(string? Name, string? InstanceType);
}
