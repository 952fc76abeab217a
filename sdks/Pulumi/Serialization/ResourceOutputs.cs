using PropertyValues;

namespace Pulumi.Serialization;

/// <summary>The outputs of one resource while they wait for the engine's answer.</summary>
internal sealed class ResourceOutputs
{
    private const string IdName = "id";
    private readonly Resource resource;
    private readonly TaskCompletionSource<OutputData> urn = NewSource();
    private readonly List<(ResourceShape.Member Member, TaskCompletionSource<OutputData> Source)> waiting = [];

    /// <summary>Gives a resource that a provider manages its outputs; a component sets its own.</summary>
    public ResourceOutputs(Resource resource)
    {
        this.resource = resource;
        Urn = new(urn.Task, watch: false);
        if (!resource.IsCustom)
        {
            return;
        }

        foreach (var member in ResourceShape.Of(resource.GetType()).Outputs)
        {
            var source = NewSource();
            member.Set(resource, source.Task);
            waiting.Add((member, source));
        }
    }

    public Output<string> Urn { get; }

    /// <summary>Gives every output what the engine answered.</summary>
    /// <param name="id">The provider's id; empty or the unknown while there is none.</param>
    /// <param name="missingIsKnown">Whether an output that the engine left out is known not to be there.</param>
    public void Complete(string urnText, string id, PropertyMap properties, bool missingIsKnown)
    {
        urn.TrySetResult(OutputData.Known(urnText) with { Resources = [resource] });
        foreach (var (member, source) in waiting)
        {
            var data = member.Name == IdName
                ? Id(id)
                : Read(member, properties[member.Name], missingIsKnown);
            source.TrySetResult(data with { Resources = [resource] });
        }
    }

    /// <summary>Passes the error on to whatever waits for the resource.</summary>
    public void Fail(Exception error)
    {
        urn.TrySetException(error);
        foreach (var (_, source) in waiting)
        {
            source.TrySetException(error);
        }
    }

    private static OutputData Id(string id) =>
        id.Length == 0 || Sentinels.IsUnknown(id) ? OutputData.Unknown : OutputData.Known(id);

    private OutputData Read(ResourceShape.Member member, PropertyValue value, bool missingIsKnown)
    {
        if (value.IsMissing && !missingIsKnown)
        {
            return OutputData.Unknown;
        }

        try
        {
            return ValueReader.Read(value, member.ValueType);
        }
        catch (ValueReaderException error)
        {
            throw new InvalidOperationException(
                $"{resource.GetResourceName()} ({resource.GetResourceType()}): the engine's {member.Name}{error.Message}", error);
        }
    }

    private static TaskCompletionSource<OutputData> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
