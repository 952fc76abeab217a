using Preview.Providers.Functions;
using Preview.Schemas;
using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A program calls a function of a provider. What settings tell is answered; what only AWS knows is unknown, and counted.</summary>
internal sealed class Invoke(StackState state, SchemaCatalogue schemas, ProviderChoice providers, Packages packages)
{
    private const string GetResource = "pulumi:pulumi:getResource";

    public async Task<ResourceInvokeResponse> AnswerAsync(ResourceInvokeRequest request, CancellationToken cancellation)
    {
        var arguments = OutputValues.Reduce(PropertyBytes.Decode(request.Args)).Properties;
        if (request.Tok == GetResource)
        {
            return Response(Resource(arguments), acceptResources: true);
        }

        var package = packages.Resolve(request.PackageRef, TypeToken.PackageOf(request.Tok), request.Version, request.PluginDownloadURL);
        await state.Gate.WaitAsync(cancellation);
        try
        {
            var provider = await providers.ForCallAsync(request.Provider, package);
            return Response(Answer(request.Tok, arguments, provider), request.AcceptResources);
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

    private PropertyMap Answer(string token, PropertyMap arguments, RegisteredResource provider)
    {
        var place = AwsPlace.Of(provider.Inputs, Environment.GetEnvironmentVariable);
        if (AwsFunctions.Answer(token, arguments, place) is { } answer)
        {
            ReportAssumptions(token, place);
            return answer;
        }

        if (schemas.Package(TypeToken.PackageOf(token))?.Function(token) is not { } function)
        {
            throw RefusedException.NotOffered(
                $"The offline preview has no answer to {token} and does not know what it returns; "
                + "give the program the value as a setting, or preview it with the Pulumi CLI.");
        }

        state.CountUnanswered(token);
        return PropertyMap.Of(function.Outputs.Properties.Keys.Order(StringComparer.Ordinal)
            .Select(name => KeyValuePair.Create(name, (object?)PropertyValue.Unknown)));
    }

    private void ReportAssumptions(string token, AwsPlace place)
    {
        if (place.IsRegionAssumed)
        {
            state.ReportOnce(new(
                DiagnosticSeverity.Warning,
                $"{token} is answered for {AwsPlace.DefaultRegion}, since no region is set; set aws:region in the stack file."));
        }
    }

    private PropertyMap Resource(PropertyMap arguments)
    {
        var urn = arguments["urn"].AsString() ?? "";
        var resource = state.Find(urn) ?? throw RefusedException.Invalid($"{GetResource}: unknown resource {urn}");
        return PropertyMap.Of(
            ("urn", resource.Urn),
            ("id", resource.IsCustom && resource.Id.Length == 0 ? Sentinels.Unknown : resource.Id),
            ("provider", resource.Provider is null ? "" : ProviderReference.Of(resource.Provider)),
            ("state", resource.Outputs));
    }

    private static ResourceInvokeResponse Response(PropertyMap answer, bool acceptResources) => new()
    {
        Return = PropertyBytes.Encode(AnswerForProgram.Of(answer, acceptSecrets: true, acceptResources, supportsPartialValues: true)),
    };
}
