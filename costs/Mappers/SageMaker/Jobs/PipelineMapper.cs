using System.Text.Json;
using Costs.Usage;
using NativePipeline = ResourceViews.AwsNative.SageMaker.PipelineProps;
using Pipeline = ResourceViews.Aws.Sagemaker.PipelineProps;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>A SageMaker pipeline: free by itself, what it costs are the jobs that each run starts.</summary>
internal sealed class PipelineMapper : ResourceMapper
{
    private static readonly UsageSetting Runs = UsageKeys.RunsPerMonth.Required();

    public override IReadOnlyList<string> ResourceTypes { get; } = [.. Pipeline.ResourceTypes, .. NativePipeline.ResourceTypes];

    public override ImmutableArray<UsageSetting> Usage { get; } = [Runs, .. JobCost.Usage];

    public override IEnumerable<CostItem> Map(MappingContext context)
    {
        var definition = NativePipeline.From(PropertyValue.FromMap(context.Resource.Inputs)).PipelineDefinition;
        if (definition.IsUnknown)
        {
            return [new CostItem.NotKnownYet("Pipeline jobs", "pipelineDefinition")];
        }

        // aws has the text itself; aws-native a free-form object around it, spelled as in CloudFormation.
        var body = definition["PipelineDefinitionBody"];
        var place = new JobPlace("pipelineDefinition", definition.IsSecret || body.IsSecret);
        var text = definition.AsString();
        if (text is null)
        {
            (text, place) = (body.AsString(), place.Member("PipelineDefinitionBody"));
        }

        using var document = JobDocument.Parse(text);
        if (document is null)
        {
            return [new CostItem.NotPriced("Pipeline jobs", "its definition is not in the plan, or is no JSON.")];
        }

        var jobs = PipelineJobs.In(document.RootElement, place);
        return jobs.IsEmpty
            ? [new CostItem.Free("none of its steps starts a job that is billed")]
            : [.. jobs.SelectMany(job => JobCost.Map(job, context.Usage[Runs], context))];
    }
}

/// <summary>Documents with jobs in them.</summary>
internal static class JobDocument
{
    /// <summary>Null where there is none, or it is no JSON.</summary>
    public static JsonDocument? Parse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
