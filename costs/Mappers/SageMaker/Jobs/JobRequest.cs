using System.Text.Json;
using Costs.Catalogue.Keys;
using Costs.Quantities;
using Costs.Sizing;

namespace Costs.Mappers.SageMaker.Jobs;

/// <summary>
/// Reads a job as it is written inside of a document, in the shape of the SageMaker API. Values that only an execution knows
/// (<c>InstanceType.$</c>, JSONata, a pipeline's properties) read as not set.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateTrainingJob.html</remarks>
/// <param name="place">Where the request stands.</param>
/// <param name="resolve">Turns a value into what it stands for, such as a pipeline parameter's default.</param>
internal sealed class JobRequest(JobPlace place, Func<JsonElement, JsonElement> resolve)
{
    private const string SpotTraining = "EnableManagedSpotTraining";

    public Job Training(JsonElement request) => Definition(request, place) with
    {
        CheckpointUri = Text(request, "CheckpointConfig", "S3Uri").Value,
        NamePrefix = JobNamePrefix.In(request),
    };

    /// <summary>The definitions of a tuning job, each with its share of the trials.</summary>
    public IEnumerable<Job> Tuning(JsonElement request)
    {
        (JsonElement Text, JobPlace Place)[] definitions = Find(request, "TrainingJobDefinition") is { ValueKind: JsonValueKind.Object } single
            ? [(single, place.Member("TrainingJobDefinition"))]
            : [.. Items(request, "TrainingJobDefinitions").Select((one, index) => (one, place.Member("TrainingJobDefinitions").Element(index)))];
        var trials = Number(request, "HyperParameterTuningJobConfig", "ResourceLimits", "MaxNumberOfTrainingJobs");
        return definitions.Select(definition => Definition(definition.Text, definition.Place) with
        {
            Times = trials.Value is { } limit
                ? (Quantity.Of(limit) / definitions.Length).Because($"all {limit} trials are run")
                : Quantity.NotKnownYet(
                    place.Member("HyperParameterTuningJobConfig").Member("ResourceLimits").Member("MaxNumberOfTrainingJobs").Path),
        });
    }

    public Job Processing(JsonElement request) => new(
        InstanceUse.Processing,
        [
            new(
                Text(request, "ProcessingResources", "ClusterConfig", "InstanceType"),
                Count(request, "ProcessingResources", "ClusterConfig", "InstanceCount")),
        ])
    {
        VolumeGb = Quantity.Of(Number(request, "ProcessingResources", "ClusterConfig", "VolumeSizeInGB"), "VolumeSizeInGB", 0),
        MaxRuntimeSeconds = Number(request, "StoppingCondition", "MaxRuntimeInSeconds"),
    };

    public Job Transform(JsonElement request) => new(
        InstanceUse.BatchTransform,
        [new(Text(request, "TransformResources", "InstanceType"), Count(request, "TransformResources", "InstanceCount"))]);

    private Job Definition(JsonElement request, JobPlace at) => new(InstanceUse.Training, Groups(request))
    {
        VolumeGb = Quantity.Of(Number(request, "ResourceConfig", "VolumeSizeInGB"), "VolumeSizeInGB", 0),
        Capacity = JobCapacity.Of(Flag(request, SpotTraining)),
        SpotProperty = at.Member(SpotTraining).Path,
        MaxRuntimeSeconds = Number(request, "StoppingCondition", "MaxRuntimeInSeconds"),
        KeepAliveHours = JobCapacity.KeepAlive(Number(request, "ResourceConfig", "KeepAlivePeriodInSeconds")),
        Model = ModelTags.From(key => Tag(request, key)),
    };

    private ImmutableArray<InstanceGroup> Groups(JsonElement request)
    {
        ImmutableArray<InstanceGroup> groups =
        [
            .. Find(request, "ResourceConfig") is { } resources
                ? Items(resources, "InstanceGroups")
                    .Select(group => new InstanceGroup(Text(group, "InstanceType"), Count(group, "InstanceCount")))
                : [],
        ];
        return groups.IsEmpty
            ? [new(Text(request, "ResourceConfig", "InstanceType"), Count(request, "ResourceConfig", "InstanceCount"))]
            : groups;
    }

    private Known<string> Tag(JsonElement request, string key)
    {
        foreach (var tag in Items(request, "Tags"))
        {
            if (Text(tag, "Key").Value == key)
            {
                return Text(tag, "Value");
            }
        }

        return default;
    }

    private Quantity Count(JsonElement element, params ReadOnlySpan<string> path) => Quantity.Of(Number(element, path), path[^1], 1);

    private JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private Known<string> Text(JsonElement element, params ReadOnlySpan<string> path) =>
        Find(element, path) is { ValueKind: JsonValueKind.String } text && text.GetString() is { } value
        && !value.StartsWith("{%", StringComparison.Ordinal)
            ? value
            : default(Known<string>);

    private Known<int?> Number(JsonElement element, params ReadOnlySpan<string> path) =>
        Find(element, path) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
            ? value
            : default(Known<int?>);

    private Known<bool?> Flag(JsonElement element, string name) => Find(element, name) is { } value
        ? value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => Known<bool?>.Unknown,
        }
        : default(Known<bool?>);

    private JsonElement? Find(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var member))
            {
                return null;
            }

            element = resolve(member);
        }

        return element;
    }
}
