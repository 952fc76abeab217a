using Costs.Mappers.SageMaker.Hosting;
using Costs.Plan;
using Costs.Sizing;

namespace Costs.Advice;

/// <summary>Reads how large the model of a resource is, from the same tags as the policies do.</summary>
/// <param name="sizing">What the policies' configuration says over the tags.</param>
internal sealed class DeclaredModels(PlanIndex plan, SizingSettings sizing)
{
    /// <summary>The model that an endpoint serves; null where nothing readable is declared.</summary>
    public ModelDemand? ServedBy(PlannedResource endpoint)
    {
        var configuration = plan.Target(endpoint, HostingReferences.Configuration);
        var tags = configuration is null ? TagsOf(endpoint) : TagsOf(configuration).Or(TagsOf(endpoint));
        return sizing.ModelOf(tags, (configuration ?? endpoint).Name, ModelUse.Inference).Demand;
    }

    /// <summary>The model that a job trains; null where nothing readable is declared.</summary>
    /// <param name="own">What the job itself declares, where it is written in a definition.</param>
    public ModelDemand? TrainedBy(PlannedResource resource, ModelTags own) =>
        sizing.ModelOf(own.Or(TagsOf(resource)), resource.Name, ModelUse.Full).Demand;

    private static ModelTags TagsOf(PlannedResource resource) =>
        ModelTags.From(key => Tag(resource.Inputs["tags"u8], key)).Or(ModelTags.From(key => Tag(resource.Inputs["tagsAll"u8], key)));

    /// <summary>The provider aws has tags by key, aws-native a list of keys and values.</summary>
    private static Known<string> Tag(PropertyValue tags, string key)
    {
        if (tags.Kind != PropertyKind.List)
        {
            return Known(tags[key]);
        }

        foreach (var tag in tags.Items)
        {
            if (tag["key"u8].AsString() == key)
            {
                return Known(tag["value"u8]);
            }
        }

        return default;
    }

    private static Known<string> Known(PropertyValue value) => value switch
    {
        { IsUnknown: true } => Known<string>.Unknown,
        _ when value.AsString() is { } text => text,
        _ => default,
    };
}
