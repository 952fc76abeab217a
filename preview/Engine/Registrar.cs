using Preview.Policies;
using Preview.Providers;
using Preview.Schemas;

namespace Preview.Engine;

/// <summary>
/// What the engine does with every resource, default providers included: name it, have its provider check and complete the inputs,
/// have the policies remediate and analyze them, and work out what a preview knows of the outputs.
/// </summary>
internal sealed class Registrar(EngineSettings settings, StackState state, SchemaCatalogue schemas, PolicyRun policies)
{
    private readonly Assets assets = new(settings.ProgramDirectory);

    /// <summary>Registers a resource; the caller holds the gate of the state.</summary>
    /// <exception cref="FailedRegistrationException">It cannot be registered.</exception>
    public async Task<RegisteredResource> RegisterAsync(Registration registration)
    {
        var urn = UrnOf(registration);
        var (package, schema) = SchemaOf(registration);
        var isConfigured = registration.Provider?.Inputs.ContainsUnknown() != true;
        var inputs = assets.Complete(registration.Inputs);
        var check = schema is not null && isConfigured
            ? CheckedInputs.Of(package!, schema, registration.Type, urn, registration.Name, inputs)
            : new(inputs, []);
        var resource = new RegisteredResource
        {
            Urn = urn,
            Type = registration.Type,
            Name = registration.Name,
            Parent = registration.Parent,
            IsCustom = registration.IsCustom,
            Id = registration.Id,
            Provider = registration.Provider,
            Providers = registration.Providers,
            Inputs = check.Inputs,
            Options = registration.Options,
            Dependencies = registration.Dependencies,
            PropertyDependencies = registration.PropertyDependencies,
            IsUnchecked = registration.Provider is not null && (schema is null || !isConfigured),
            Faults = check.Faults,
        };
        ReportFaults(resource);
        resource = resource with { Inputs = await policies.RemediateAsync(resource) };
        await policies.AnalyzeAsync(resource);
        if (check.Faults.Count > 0)
        {
            throw new FailedRegistrationException(urn, $"{urn} is not valid: {check.Faults.Count} inputs were refused.", isReported: true);
        }

        resource = Complete(resource, schema, isConfigured);
        state.Add(resource);
        return resource;
    }

    private string UrnOf(Registration registration)
    {
        if (registration.Parent.Length > 0 && state.Find(registration.Parent) is null)
        {
            var attempted = Urn.Of(settings.Stack, settings.Project, registration.Parent, registration.Type, registration.Name);
            throw new FailedRegistrationException(attempted, $"could not find parent resource {registration.Parent}");
        }

        var urn = Urn.Of(settings.Stack, settings.Project, registration.Parent, registration.Type, registration.Name);
        return state.Find(urn) is null
            ? urn
            : throw new FailedRegistrationException(urn, $"Duplicate resource URN '{urn}'; try giving it a unique name");
    }

    private (PackageSchema? Package, ResourceSchema? Resource) SchemaOf(Registration registration)
    {
        if (registration.Provider is null)
        {
            return (null, null);
        }

        var package = schemas.Package(TypeToken.PackageOf(registration.Type));
        return (package, package?.Resource(registration.Type));
    }

    private void ReportFaults(RegisteredResource resource)
    {
        foreach (var (path, reason) in resource.Faults)
        {
            state.Report(new(
                DiagnosticSeverity.Error,
                $"{resource.Type} resource '{resource.Name}': property {path} has a problem: {reason}",
                resource.Urn));
        }
    }

    private static RegisteredResource Complete(RegisteredResource resource, ResourceSchema? schema, bool isConfigured) => resource switch
    {
        // What a component is made of it tells later, with its outputs.
        { IsCustom: false } => resource with { Outputs = PropertyMap.Empty },
        { ProviderPackage: not null } => resource with { Id = Sentinels.Unknown, Outputs = PluginFacts.Remove(resource.Inputs) },
        _ when !isConfigured => resource with { Outputs = PropertyMap.Empty },
        _ => resource with
        {
            Outputs = SecretOutputs.Mark(
                schema is null ? resource.Inputs : PreviewOutputs.For(resource.Inputs, schema),
                resource.Inputs,
                resource.Options.AdditionalSecretOutputs),
        },
    };
}
