using Pulumi.Serialization;
using Pulumirpc;

namespace Pulumi;

/// <summary>Calls one function of a provider.</summary>
internal sealed class Invocation(
    DeploymentInstance deployment, Features features, string token, InvokeArgs args, InvokeOptions? options)
{
    /// <summary>
    /// The result as an output. The function is not called, and the result unknown, while an argument is, or while a resource
    /// that the arguments or options depend on has no id yet.
    /// </summary>
    public async Task<OutputData> RunAsync(Type resultType)
    {
        var serializer = new PropertySerializer(await features.ResourceReferencesAsync());
        var values = await serializer.SerializeMembersAsync(token, args.ReadMembers());
        if (serializer.ContainsUnknowns || !await AreMadeAsync(serializer.Dependencies))
        {
            return OutputData.Unknown;
        }

        var response = await deployment.Monitor.InvokeAsync(new()
        {
            Tok = token,
            Args = PropertyBag.Encode(values),
            Provider = await ProviderAsync(),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = true,
        });
        ThrowOnFailures(token, response);
        var result = response.Unknown ? OutputData.Unknown : Read(response, resultType);
        return result with { Resources = [.. serializer.Dependencies] };
    }

    /// <exception cref="InvokeException">The provider refuses the arguments.</exception>
    public static void ThrowOnFailures(string token, ResourceInvokeResponse response)
    {
        if (response.Failures.Count > 0)
        {
            throw new InvokeException($"Invoke of '{token}' failed: " + string.Join(", ", response.Failures.Select(failure =>
                failure.Property.Length == 0 ? failure.Reason : $"{failure.Reason} ({failure.Property})")));
        }
    }

    private OutputData Read(ResourceInvokeResponse response, Type resultType)
    {
        try
        {
            return ValueReader.Read(PropertyValues.PropertyValue.Of(PropertyBag.Decode(response.Return)), resultType);
        }
        catch (ValueReaderException error)
        {
            throw new InvalidOperationException($"{token}: the result{error.Message}", error);
        }
    }

    private async Task<bool> AreMadeAsync(HashSet<Resource> dependencies)
    {
        var needed = new HashSet<Resource>(dependencies);
        if (options is InvokeOutputOptions { DependsOn: var dependsOn })
        {
            await foreach (var input in dependsOn)
            {
                var data = await input.AsOutput().Data;
                if (!data.IsKnown)
                {
                    return false;
                }

                needed.UnionWith(data.Value is Resource resource ? [resource] : []);
            }
        }

        foreach (var resource in Dependencies.Expand(needed))
        {
            if (resource is CustomResource custom && !(await custom.Id.Data).IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<string> ProviderAsync()
    {
        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        return provider is null ? "" : await provider.GetReferenceAsync();
    }
}

/// <summary>A provider refuses the arguments of a function.</summary>
internal sealed class InvokeException(string message) : Exception(message);
