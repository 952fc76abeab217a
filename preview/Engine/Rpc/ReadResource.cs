using Preview.Schemas;
using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A program looks at something that exists already: what it gives itself is known, the rest only AWS knows.</summary>
internal sealed class ReadResource(EngineSettings settings, StackState state, SchemaCatalogue schemas, ProviderChoice providers, Packages packages)
{
    private const string StackReference = "pulumi:pulumi:StackReference";

    public async Task<ReadResourceResponse> AnswerAsync(ReadResourceRequest request, CancellationToken cancellation)
    {
        if (!TypeToken.HasThreeParts(request.Type) || request.Name.Length == 0 || request.Id.Length == 0)
        {
            throw RefusedException.Invalid(
                $"A resource that is read needs type, name and id; found '{request.Type}', '{request.Name}' and '{request.Id}'.");
        }

        var package = packages.Resolve(request.PackageRef, TypeToken.PackageOf(request.Type), request.Version, request.PluginDownloadURL);
        await state.Gate.WaitAsync(cancellation);
        try
        {
            var resource = Read(request, await providers.ForCallAsync(request.Provider, package));
            state.Add(resource);
            return new()
            {
                Urn = resource.Urn,
                Properties = PropertyBytes.Encode(AnswerForProgram.Of(
                    resource.Outputs, request.AcceptSecrets, request.AcceptResources, supportsPartialValues: true)),
            };
        }
        catch (FailedRegistrationException failure)
        {
            throw RefusedException.Invalid(failure.Message);
        }
        finally
        {
            state.Gate.Release();
        }
    }

    private RegisteredResource Read(ReadResourceRequest request, RegisteredResource provider)
    {
        if (request.Parent.Length > 0 && state.Find(request.Parent) is null)
        {
            throw RefusedException.Invalid($"could not find parent resource {request.Parent}");
        }

        var urn = Urn.Of(settings.Stack, settings.Project, request.Parent, request.Type, request.Name);
        if (state.Find(urn) is not null)
        {
            throw RefusedException.Invalid($"Duplicate resource URN '{urn}'; try giving it a unique name");
        }

        state.Place(urn, request.SourcePosition, request.StackTrace);
        var inputs = OutputValues.Reduce(PropertyBytes.Decode(request.Properties)).Properties;
        var schema = schemas.Package(provider.ProviderPackage!)?.Resource(request.Type);
        return new()
        {
            Urn = urn,
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            IsCustom = true,
            Id = request.Id,
            Operation = Operation.Read,
            Provider = provider,
            Inputs = inputs,
            Outputs = SecretOutputs.Mark(
                request.Type == StackReference ? OutputsOfStack(inputs) : Outputs(inputs, schema), inputs, [.. request.AdditionalSecretOutputs]),
            Dependencies = [.. request.Dependencies],
            IsUnchecked = schema is null && request.Type != StackReference,
        };
    }

    private static PropertyMap Outputs(PropertyMap inputs, ResourceSchema? schema) => PropertyMap.Build(writer =>
    {
        foreach (var member in inputs.WithInternal)
        {
            writer.WriteName(member.Name);
            writer.WriteValue(member.Value);
        }

        foreach (var name in (schema?.Outputs.Properties.Keys ?? []).Where(name => inputs[name].IsMissing).Order(StringComparer.Ordinal))
        {
            writer.WriteName(name);
            writer.WriteUnknown();
        }
    });

    /// <summary>Another stack's outputs are kept where its state is, which an offline preview does not read.</summary>
    private PropertyMap OutputsOfStack(PropertyMap inputs)
    {
        state.ReportOnce(new(
            DiagnosticSeverity.Warning,
            $"The outputs of stack {inputs["name"]} are unknown here: an offline preview reads no other stack's state."));
        return PropertyMap.Of(("name", inputs["name"]), ("outputs", PropertyValue.Unknown), ("secretOutputNames", PropertyValue.Unknown));
    }
}
