using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Cli.Tests.Changes;

/// <summary>
/// What an account holds after some calls, and what AWS would have refused of them, which the stand-in providers do not know: names
/// that are taken, things that are still needed, and endpoints that could not start another instance.
/// </summary>
internal sealed class Account
{
    private const string Endpoint = "aws:sagemaker/endpoint:Endpoint";
    private const string Configuration = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
    private const string Model = "aws:sagemaker/model:Model";
    private const string Component = "aws-native:sagemaker:InferenceComponent";
    private const string Target = "aws:appautoscaling/target:Target";
    private const string Role = "aws:iam/role:Role";
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";

    /// <summary>The property that no two resources of a type have in common.</summary>
    private static readonly ImmutableDictionary<string, string> Identities = new Dictionary<string, string>
    {
        [Endpoint] = "name",
        [Configuration] = "name",
        [Model] = "name",
        [Component] = "inferenceComponentName",
        [Target] = "resourceId",
        [Role] = "name",
        [RolePolicy] = "name",
        ["aws:s3/bucket:Bucket"] = "bucket",
        ["aws:kms/alias:Alias"] = "name",
        ["aws:sfn/stateMachine:StateMachine"] = "name",
    }.ToImmutableDictionary();

    private ImmutableDictionary<(string Type, string Name), JsonNode> resources = ImmutableDictionary<(string Type, string Name), JsonNode>.Empty;

    public Account Copy() => new() { resources = resources };

    /// <summary>Names of what there is of a type.</summary>
    public IEnumerable<string> NamesOf(string type) => resources.Keys.Where(key => key.Type == type).Select(key => key.Name);

    /// <summary>Takes a call, and says what is wrong with it or with what it leaves.</summary>
    public IEnumerable<string> Take(ProviderCall call)
    {
        if (!Identities.TryGetValue(call.Type, out var identity))
        {
            return [];
        }

        var key = (call.Type, Text(call.Properties, identity));
        var before = resources;
        string[] refusals = [.. RefusalsOf(call, key)];
        resources = call.Method is "delete" ? before.Remove(key) : before.SetItem(key, call.Properties);
        return [.. refusals.Concat(Endpoints().SelectMany(BrokenParts)).Select(refusal => $"{call}: {refusal}")];
    }

    private IEnumerable<string> RefusalsOf(ProviderCall call, (string Type, string Name) key) => (call.Method, call.Type) switch
    {
        ("create", _) when resources.ContainsKey(key) => [$"the name {key.Name} is taken"],
        ("create", Endpoint) => Missing(Configuration, Text(call.Properties, "endpointConfigName")),
        ("create", Configuration) => ModelsOf(call.Properties).SelectMany(model => Missing(Model, model)),
        ("create", Target) => MissingScaled(key.Name),
        ("update", Endpoint) => RefusedMove(key.Name, Text(call.Properties, "endpointConfigName")),
        ("delete", Configuration) => Endpoints().Where(endpoint => endpoint.Configuration == key.Name).Select(endpoint => $"{endpoint.Name} still has it"),
        ("delete", Endpoint) => [
            .. NamesOf(Target).Where(target => target == VariantOf(key.Name)).Select(target => $"{target} is still registered for scaling"),
            .. ComponentsOn(key.Name).Select(component => $"{Text(component, "inferenceComponentName")} is still on it")],
        ("delete", Component) => NamesOf(Target).Where(target => target == $"inference-component/{key.Name}").Select(target => $"{target} is still registered"),
        ("delete", Role) => All(RolePolicy).Where(policy => Text(policy, "role") == key.Name).Select(policy => $"{Text(policy, "name")} is still in it"),
        _ => [],
    };

    /// <summary>SageMaker does not change what scales: neither the type of a registered variant nor what it hosts.</summary>
    private IEnumerable<string> RefusedMove(string endpoint, string configuration)
    {
        if (!resources.TryGetValue((Configuration, configuration), out var next))
        {
            return Missing(Configuration, configuration);
        }

        var old = resources[(Configuration, Text(resources[(Endpoint, endpoint)], "endpointConfigName"))];
        return (Text(Variant(old), "instanceType") != Text(Variant(next), "instanceType") && NamesOf(Target).Contains(VariantOf(endpoint)))
            || Text(Variant(old), "modelName").Length > 0 != Text(Variant(next), "modelName").Length > 0
            ? [$"{endpoint} scales and cannot move to {configuration}"]
            : [];
    }

    private IEnumerable<(string Name, string Configuration)> Endpoints() =>
        All(Endpoint).Select(endpoint => (Text(endpoint, "name"), Text(endpoint, "endpointConfigName")));

    /// <summary>What keeps an endpoint from starting one more instance now.</summary>
    private IEnumerable<string> BrokenParts((string Name, string Configuration) endpoint)
    {
        if (!resources.TryGetValue((Configuration, endpoint.Configuration), out var configuration))
        {
            return [$"{endpoint.Name} is left without its configuration {endpoint.Configuration}"];
        }

        return ModelsOf(configuration)
            .Concat(ComponentsOn(endpoint.Name).Select(component => Text(component["specification"], "modelName")))
            .SelectMany(model => Missing(Model, model).Concat(Unreadable(model)).Select(fault => $"{endpoint.Name} is left with {fault}"));
    }

    /// <summary>What of a model its role may not load: the archive or the image.</summary>
    private IEnumerable<string> Unreadable(string name)
    {
        if (!resources.TryGetValue((Model, name), out var model))
        {
            return [];
        }

        var role = Text(model, "executionRoleArn").Split('/')[^1];
        string[] allowed = [.. All(RolePolicy).Where(policy => Text(policy, "role") == role).Select(policy => Text(policy, "policy"))];
        var container = model["primaryContainer"]!;
        var data = Text(container, "modelDataUrl")["s3://".Length..];
        var folder = $"arn:aws:s3:::{data[..(data.LastIndexOf('/') + 1)]}*";
        var repository = $":repository/{Text(container, "image").Split('/')[^1].Split(':')[0]}\"";
        return from needed in (string[])[folder, repository]
               where !allowed.Any(policy => policy.Contains(needed, StringComparison.Ordinal))
               select $"{needed} out of reach of {role}";
    }

    private string[] MissingScaled(string target) => target.Split('/') switch
    {
        ["endpoint", var endpoint, "variant", _] => Missing(Endpoint, endpoint),
        ["inference-component", var component] => Missing(Component, component),
        _ => [$"{target} is nothing that scales"],
    };

    private string[] Missing(string type, string name) =>
        resources.ContainsKey((type, name)) ? [] : [$"there is no {ProviderCall.KindOf($"::::{type}::")} {name}"];

    private IEnumerable<JsonNode> ComponentsOn(string endpoint) => All(Component).Where(component => Text(component, "endpointName") == endpoint);

    private IEnumerable<JsonNode> All(string type) => resources.Where(resource => resource.Key.Type == type).Select(resource => resource.Value);

    private static IEnumerable<string> ModelsOf(JsonNode configuration) =>
        Text(Variant(configuration), "modelName") is { Length: > 0 } model ? [model] : [];

    private static JsonNode Variant(JsonNode configuration) => configuration["productionVariants"]![0]!;

    private static string VariantOf(string endpoint) => $"endpoint/{endpoint}/variant/AllTraffic";

    private static string Text(JsonNode? node, string property) => (string?)node?[property] ?? "";
}
