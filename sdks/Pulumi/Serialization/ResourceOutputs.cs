using PropertyValues;

namespace Pulumi.Serialization;

/// <summary>The outputs of one resource: they wait for the engine's answer and are read from it on demand.</summary>
internal sealed class ResourceOutputs
{
    private const string UrnName = "urn";
    private const string IdName = "id";
    private readonly TaskCompletionSource<EngineAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Resource resource;

    /// <summary>Gives a resource that a provider manages its outputs; a component sets its own.</summary>
    public ResourceOutputs(Resource resource)
    {
        this.resource = resource;
        Urn = new(new Source(this, UrnName, typeof(string)));
        if (!resource.IsCustom)
        {
            return;
        }

        foreach (var member in ResourceShape.Of(resource.GetType()).Outputs)
        {
            member.Set(resource, new Source(this, member.Name, member.ValueType));
        }
    }

    public Output<string> Urn { get; }

    public void Complete(EngineAnswer given) => answer.TrySetResult(given);

    /// <summary>Passes the error on to whatever waits for the resource.</summary>
    public void Fail(Exception error) => answer.TrySetException(error);

    private OutputData Read(EngineAnswer given, string name, Type type)
    {
        var data = name switch
        {
            UrnName => OutputData.Known(given.Urn),
            IdName => given.Id.Length == 0 || Sentinels.IsUnknown(given.Id) ? OutputData.Unknown : OutputData.Known(given.Id),
            _ => Read(given.Properties[name], name, type, given.MissingIsKnown),
        };
        return data with { Resources = [resource] };
    }

    private OutputData Read(PropertyValue value, string name, Type type, bool missingIsKnown)
    {
        if (value.IsMissing && !missingIsKnown)
        {
            return OutputData.Unknown;
        }

        try
        {
            return ValueReader.Read(value, type);
        }
        catch (ValueReaderException error)
        {
            throw new InvalidOperationException(
                $"{resource.GetResourceName()} ({resource.GetResourceType()}): the engine's {name}{error.Message}", error);
        }
    }

    private sealed class Source(ResourceOutputs outputs, string name, Type type) : IOutputSource
    {
        public async Task<OutputData> ReadAsync() => outputs.Read(await outputs.answer.Task.ConfigureAwait(false), name, type);
    }
}

/// <summary>What the engine says of a resource.</summary>
/// <param name="Id">The provider's id; empty or the unknown while there is none.</param>
/// <param name="MissingIsKnown">Whether an output that the engine left out is known not to be there.</param>
internal sealed record EngineAnswer(string Urn, string Id, PropertyMap Properties, bool MissingIsKnown);
