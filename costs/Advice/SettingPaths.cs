using Costs.Plan;

namespace Costs.Advice;

/// <summary>Where something of the plan is set: by a key of the stack file where one of this project's components made it.</summary>
internal sealed class SettingPaths(PlanIndex plan)
{
    /// <summary>The setting that a component is made from, by its type.</summary>
    private static readonly ImmutableDictionary<string, string> Maps = new Dictionary<string, string>
    {
        ["ml:hosting:RealtimeEndpoint"] = "realtimeEndpoints",
        ["ml:hosting:AsyncEndpoint"] = "asyncEndpoints",
        ["ml:hosting:MultiModelEndpoint"] = "multiModelEndpoints",
        ["ml:hosting:ServerlessEndpoint"] = "serverlessEndpoints",
        ["ml:training:SpotTraining"] = "trainingFamilies",
        ["ml:training:OneShotTraining"] = "trainingJobs",
        ["ml:training:HyperParameterTuning"] = "tuningJobs",
        ["ml:training:TrainingPipeline"] = "pipelines",
        ["ml:network:PrivateNetwork"] = "network",
    }.ToImmutableDictionary();

    /// <summary>Settings of which there is one for a stack, without a name.</summary>
    private const string Only = "network";

    /// <summary>Settings whose jobs take their instance from a family.</summary>
    private static readonly ImmutableHashSet<string> OfFamilies = ["trainingJobs", "tuningJobs"];

    /// <summary>What people call it: the component of this project that it is part of, or itself.</summary>
    public string NameOf(PlannedResource resource) => ComponentOf(resource)?.Name ?? resource.Name;

    /// <summary>To give something a value, for example "set sagemaker-infra:realtimeEndpoints.api.instanceType to ml.g5.xlarge in Pulumi.prod.yaml".</summary>
    /// <param name="setting">Below the component's setting.</param>
    /// <param name="property">Of the resource, where no component of this project made it.</param>
    public string Set(PlannedResource resource, string setting, string property, string value)
    {
        if (ComponentOf(resource) is not { } component)
        {
            return $"set {property} of {resource.Type} {resource.Name} to {value}";
        }

        var map = Maps[component.Type];
        return OfFamilies.Contains(map)
            ? $"set {Key(component, "trainingFamilies")}.<family>.{setting} to {value} in {FileOf(component)}, of the family that {map}.{component.Name}.family names"
            : $"set {KeyOf(component)}.{setting} to {value} in {FileOf(component)}";
    }

    /// <summary>To make another component of each, or the like, in words where no component of this project made them.</summary>
    public string Move(ImmutableArray<PlannedResource> resources, string toSetting, string otherwise) => resources.All(Has)
        ? $"move {string.Join(", ", resources.Select(resource => KeyOf(ComponentOf(resource)!)))} to {Key(resources[0], toSetting)} in {FileOf(resources[0])}"
        : $"{otherwise}, in place of {string.Join(", ", resources.Select(resource => $"{resource.Type} {resource.Name}"))}";

    /// <summary>To state usages, for example "sagemaker-infra:usage.api.requestsPerMonth in Pulumi.prod.yaml".</summary>
    public string Usage(ImmutableArray<PlannedResource> resources, params ReadOnlySpan<string> keys) =>
        $"{string.Join(" and ", keys)} under {string.Join(", ", resources.Select(resource => $"{Key(resource, "usage")}.{UsageName(resource)}"))} in {FileOf(resources[0])}";

    /// <summary>Where the traffic of a network is declared, by service.</summary>
    public string TrafficKey(PlannedResource resource) => ComponentOf(resource) is { } component
        ? $"{KeyOf(component)}.gbPerMonth.<service> in {FileOf(component)}"
        : "VPC flow logs tell";

    /// <summary>Whether one of this project's components made it.</summary>
    public bool Has(PlannedResource resource) => ComponentOf(resource) is not null;

    /// <summary>The parts of a network are stated each by itself.</summary>
    private string UsageName(PlannedResource resource) =>
        ComponentOf(resource) is { } component && Maps[component.Type] != Only ? component.Name : resource.Name;

    private PlannedResource? ComponentOf(PlannedResource resource) =>
        plan.Ancestors(resource).FirstOrDefault(ancestor => Maps.ContainsKey(ancestor.Type));

    private static string KeyOf(PlannedResource component) => Maps[component.Type] is var map && map == Only
        ? Key(component, map)
        : $"{Key(component, map)}.{component.Name}";

    /// <summary>A key of the project, whose name stands in every URN: urn:pulumi:STACK::PROJECT::TYPE::NAME.</summary>
    private static string Key(PlannedResource resource, string key) => $"{Part(resource, 1)}:{key}";

    private static string FileOf(PlannedResource resource) => $"Pulumi.{Part(resource, 0).Split(':')[^1]}.yaml";

    private static string Part(PlannedResource resource, int number) => resource.Urn.Split("::")[number];
}
