using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A component or the stack tells what it is made of, once.</summary>
internal sealed class RegisterResourceOutputs(EngineSettings settings, StackState state)
{
    private readonly Assets assets = new(settings.ProgramDirectory);

    public void Answer(RegisterResourceOutputsRequest request)
    {
        if (state.Find(request.Urn) is not { } resource)
        {
            throw RefusedException.Invalid($"Outputs are given for {request.Urn}, which is not registered.");
        }

        if (resource is { HasRegisteredOutputs: true, Type: not Urn.StackType })
        {
            throw RefusedException.Invalid($"resource '{request.Urn}' has already registered its outputs; a component does so once.");
        }

        state.Replace(resource with
        {
            Outputs = assets.Complete(OutputValues.Reduce(PropertyBytes.Decode(request.Outputs)).Properties),
            HasRegisteredOutputs = true,
        });
    }
}
