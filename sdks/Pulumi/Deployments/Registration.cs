using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Tells the engine of one resource, or asks it for one that exists, and passes the answer on.</summary>
internal sealed class Registration(
    DeploymentInstance deployment, Features features, Resource resource, ResourceArgs args, ResourceOptions options, SourcePosition? place)
{
    public async Task RunAsync(ResourceOutputs outputs)
    {
        try
        {
            if (options.Urn is { Length: > 0 } urn)
            {
                await LookUpAsync(urn, outputs);
            }
            else if (options.Id is { } given && await KnownIdAsync(given) is { } id)
            {
                await ReadAsync(id, outputs);
            }
            else
            {
                await RegisterAsync(outputs);
            }
        }
        catch (Exception error)
        {
            outputs.Fail(error);
            throw;
        }
    }

    /// <summary>An id that a resource can be read by; none while it is not known or empty.</summary>
    private static async Task<string?> KnownIdAsync(Input<string> id) =>
        await id.AsOutput().Data is { IsKnown: true, Value: string { Length: > 0 } text } ? text : null;

    private async Task RegisterAsync(ResourceOutputs outputs)
    {
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = resource.IsCustom,
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            Hooks = new(),
            SourcePosition = place,
        };
        var properties = await SerializeAsync(request);
        request.Object = PropertyBag.Encode(properties);
        request.Parent = await ParentAsync();
        request.Provider = await ProviderAsync();
        await SetAliasesAsync(request);
        await SetOptionsAsync(request);

        var response = await deployment.Monitor.RegisterResourceAsync(request);
        var succeeded = response is { Result: Result.Success, Unknown: false };
        outputs.Complete(new(
            response.Urn,
            succeeded ? response.Id : "",
            PropertyBag.Decode(response.Object),
            MissingIsKnown: succeeded && !deployment.IsDryRun));
    }

    /// <summary>The properties to send; what they and the resource depend on goes into the request.</summary>
    private async Task<Dictionary<string, object?>> SerializeAsync(RegisterResourceRequest request)
    {
        var keepResources = await features.ResourceReferencesAsync();
        var properties = new Dictionary<string, object?>();
        var all = await ExplicitDependenciesAsync();
        foreach (var (name, value) in args.ReadMembers())
        {
            var serializer = new PropertySerializer(keepResources);
            if (name is "id" or "urn" || value is null
                || await serializer.SerializeAsync($"{resource.GetResourceName()}.{name}", value) is not { } sent)
            {
                continue;
            }

            properties[name] = sent;
            var urns = serializer.Dependencies.Count > 0 ? await Dependencies.UrnsAsync(serializer.Dependencies, resource) : [];
            request.PropertyDependencies.Add(name, new() { Urns = { urns } });
            all.UnionWith(urns);
        }

        request.Dependencies.Add(all);
        return properties;
    }

    private async Task<SortedSet<string>> ExplicitDependenciesAsync() =>
        options.HasDependsOn ? await Dependencies.UrnsAsync(await ResourcesAsync(options.DependsOn), resource) : [];

    private static async Task<ImmutableArray<Resource>> ResourcesAsync(InputList<Resource> resources)
    {
        var found = ImmutableArray.CreateBuilder<Resource>();
        await foreach (var input in resources)
        {
            if (await input.AsOutput().Data is { IsKnown: true, Value: Resource known })
            {
                found.Add(known);
            }
        }

        return found.ToImmutable();
    }

    private async Task<string> ParentAsync() =>
        resource.Parent is { } parent ? (await parent.Urn.Data).ValueAs<string>() ?? "" : "";

    /// <summary>The provider given, or the parent's for the package; only resources that a provider manages have one.</summary>
    private async Task<string> ProviderAsync()
    {
        var provider = resource.IsCustom ? options.Provider ?? resource.Parent?.GetProvider(resource.GetResourceType()) : null;
        return provider is null ? "" : await provider.GetReferenceAsync();
    }

    private async Task SetAliasesAsync(RegisterResourceRequest request)
    {
        var supported = await features.AliasSpecsAsync();
        foreach (var input in options.Aliases)
        {
            if (await input.AsOutput().Data is { IsKnown: true, Value: Alias alias })
            {
                request.Aliases.Add(supported ? await alias.ToMessageAsync() : throw Features.NotSupported("Aliases"));
            }
        }
    }

    private async Task SetOptionsAsync(RegisterResourceRequest request)
    {
        request.Version = options.Version ?? "";
        request.PluginDownloadURL = options.PluginDownloadURL ?? "";
        request.IgnoreChanges.Add(options.IgnoreChanges);
        request.ReplaceOnChanges.Add(options.ReplaceOnChanges);
        request.HideDiffs.Add(options.HideDiffs);
        request.CustomTimeouts = options.CustomTimeouts?.ToMessage();
        if (resource.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (options.DeletedWith is { } deletedWith)
        {
            await features.RequireAsync("deletedWith", "DeletedWith");
            request.DeletedWith = (await deletedWith.Urn.Data).ValueAs<string>();
        }

        if (options.HasReplaceWith && await ResourcesAsync(options.ReplaceWith) is { Length: > 0 } replaceWith)
        {
            await features.RequireAsync("replaceWith", "ReplaceWith");
            request.ReplaceWith.Add(await Dependencies.UrnsAsync(replaceWith, resource));
        }

        if (options is CustomResourceOptions custom)
        {
            request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
            request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace is not null;
            request.AdditionalSecretOutputs.Add(custom.AdditionalSecretOutputs);
            request.ImportId = custom.ImportId ?? "";
        }
    }

    private async Task ReadAsync(string id, ResourceOutputs outputs)
    {
        var registered = new RegisterResourceRequest();
        var properties = await SerializeAsync(registered);
        var request = new ReadResourceRequest
        {
            Id = id,
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Parent = await ParentAsync(),
            Properties = PropertyBag.Encode(properties),
            Provider = await ProviderAsync(),
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = true,
            SourcePosition = place,
        };
        request.Dependencies.Add(registered.Dependencies);
        request.AdditionalSecretOutputs.Add(options is CustomResourceOptions custom ? custom.AdditionalSecretOutputs : []);

        var response = await deployment.Monitor.ReadResourceAsync(request);
        outputs.Complete(new(response.Urn, id, PropertyBag.Decode(response.Properties), MissingIsKnown: !deployment.IsDryRun));
    }

    /// <summary>Finds a resource that this deployment has registered already.</summary>
    private async Task LookUpAsync(string urn, ResourceOutputs outputs)
    {
        var response = await deployment.Monitor.InvokeAsync(new()
        {
            Tok = "pulumi:pulumi:getResource",
            Args = PropertyBag.Encode(new() { ["urn"] = urn }),
            AcceptResources = true,
        });
        Invocation.ThrowOnFailures("pulumi:pulumi:getResource", response);
        var found = PropertyBag.Decode(response.Return);
        outputs.Complete(new(
            found["urn"].AsString() ?? urn,
            found["id"].AsString() ?? "",
            found["state"].Members,
            MissingIsKnown: !deployment.IsDryRun));
    }
}
