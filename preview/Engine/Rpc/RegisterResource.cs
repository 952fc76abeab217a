using System.Collections.Immutable;
using Google.Protobuf;
using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A program registers a resource.</summary>
internal sealed class RegisterResource(EngineSettings settings, StackState state, Registrar registrar, ProviderChoice providers, Packages packages)
{
    public async Task<RegisterResourceResponse> AnswerAsync(RegisterResourceRequest request, CancellationToken cancellation)
    {
        try
        {
            await state.Gate.WaitAsync(cancellation);
            try
            {
                RequireOffered(request);
                state.Place(UrnOf(request), request.SourcePosition, request.StackTrace);
                return Response(request, await registrar.RegisterAsync(await RegistrationOfAsync(request)));
            }
            finally
            {
                state.Gate.Release();
            }
        }
        catch (FailedRegistrationException failure)
        {
            return Failed(request, failure.Urn, failure.Message, failure.IsReported);
        }
        catch (RefusedException refusal) when (refusal.Refusal != Refusal.Ended)
        {
            return Failed(request, UrnOf(request), refusal.Message, isReported: false);
        }
    }

    private string UrnOf(RegisterResourceRequest request) =>
        Urn.Of(settings.Stack, settings.Project, request.Parent, request.Type, request.Name);

    /// <summary>Tells the user, and the program by its result or, where it does not read that, by failing the call.</summary>
    private RegisterResourceResponse Failed(RegisterResourceRequest request, string urn, string message, bool isReported)
    {
        state.Fail(isReported ? null : new(DiagnosticSeverity.Error, message, urn));
        return request.SupportsResultReporting
            ? new() { Urn = urn, Result = Result.Fail }
            : throw RefusedException.Invalid(message);
    }

    private static void RequireOffered(RegisterResourceRequest request)
    {
        var about = $"{request.Name} ({request.Type})";
        if ((request.Custom || request.Remote) && !TypeToken.HasThreeParts(request.Type))
        {
            throw RefusedException.Invalid($"The type of {about} is not of the form package:module:Name.");
        }

        if (request.Name.Length == 0)
        {
            throw RefusedException.Invalid($"A resource of type {request.Type} has no name.");
        }

        if (request.Dependencies.Append(request.Parent).Append(request.DeletedWith).FirstOrDefault(urn => urn.Length > 0 && !Urn.IsValid(urn)) is { } invalid)
        {
            throw RefusedException.Invalid($"{about} refers to '{invalid}', which is no URN.");
        }

        if (request.Remote)
        {
            throw RefusedException.NotOffered(
                $"{about} is a component that its provider makes, in a plugin of its own; the offline preview runs no plugins. Preview it with the Pulumi CLI.");
        }

        if (request.Transforms.Count > 0)
        {
            throw RefusedException.NotOffered($"{about} has transforms, which the offline preview does not offer. Preview it with the Pulumi CLI.");
        }

        if (request.Hooks is { } hooks && hooks.CalculateSize() > 0)
        {
            throw RefusedException.NotOffered($"{about} has hooks, which the offline preview does not offer. Preview it with the Pulumi CLI.");
        }
    }

    private async Task<Registration> RegistrationOfAsync(RegisterResourceRequest request)
    {
        var (inputs, foundDependencies) = OutputValues.Reduce(PropertyBytes.Decode(request.Object));
        var parent = request.Parent.Length == 0 ? null : state.Find(request.Parent);
        var isProvider = TypeToken.ProviderPackageOf(request.Type) is not null;
        var package = packages.Resolve(request.PackageRef, TypeToken.PackageOf(request.Type), request.Version, request.PluginDownloadURL);
        return new()
        {
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            IsCustom = request.Custom,
            Id = request.ImportId,
            Provider = request.Custom && !isProvider ? await providers.ForResourceAsync(request, parent, package) : null,
            Providers = request.Custom ? parent?.Providers ?? Registration.NoProviders : providers.ForChildren(request, parent),
            Inputs = isProvider ? PluginFacts.Add(inputs, package) : inputs,
            Options = OptionsOf(request, parent?.Options ?? ResourceOptions.None),
            Dependencies = [.. request.Dependencies],
            PropertyDependencies = PropertyDependenciesOf(request, foundDependencies),
        };
    }

    private static ResourceOptions OptionsOf(RegisterResourceRequest request, ResourceOptions parent) => new()
    {
        Protect = request.HasProtect ? request.Protect : parent.Protect,
        RetainOnDelete = request.HasRetainOnDelete ? request.RetainOnDelete : parent.RetainOnDelete,
        DeletedWith = request.DeletedWith.Length > 0 ? request.DeletedWith : parent.DeletedWith,
        IgnoreChanges = [.. request.IgnoreChanges],
        ReplaceOnChanges = [.. request.ReplaceOnChanges],
        DeleteBeforeReplace = request.DeleteBeforeReplaceDefined ? request.DeleteBeforeReplace : null,
        AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
        Timeouts = request.CustomTimeouts is { } timeouts
            ? new(
                GoDuration.Parse(timeouts.Create),
                GoDuration.Parse(timeouts.Update),
                GoDuration.Parse(timeouts.Delete),
                GoDuration.Parse(timeouts.Read))
            : Timeouts.None,
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependenciesOf(
        RegisterResourceRequest request, ImmutableDictionary<string, ImmutableArray<string>> found)
    {
        var dependencies = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (property, urns) in request.PropertyDependencies)
        {
            dependencies[property] = [.. urns.Urns];
        }

        foreach (var (property, urns) in found)
        {
            dependencies[property] = dependencies.TryGetValue(property, out var said) ? [.. said.Union(urns)] : urns;
        }

        return dependencies.ToImmutable();
    }

    private static RegisterResourceResponse Response(RegisterResourceRequest request, RegisteredResource resource) => new()
    {
        Urn = resource.Urn,
        Id = resource.Id,
        Object = resource.IsCustom
            ? PropertyBytes.Encode(AnswerForProgram.Of(
                resource.Outputs, request.AcceptSecrets, request.AcceptResources, request.SupportsPartialValues))
            : ByteString.Empty,
    };
}
