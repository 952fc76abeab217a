namespace Costs.Sizing;

/// <summary>
/// What the configuration of the policy no-oversized-instances says of types and models. The policy and advice read it alike, so
/// that no type is advised that the policy refuses.
/// </summary>
/// <param name="settings">The policy's settings; empty for none.</param>
public sealed class SizingSettings(PropertyMap settings)
{
    public const string PolicyName = "no-oversized-instances";
    public const string Billions = "modelParametersBillions";
    public const string Modes = "trainingModes";
    public const string Activations = "activationShare";
    public const string AcceptedTypes = "acceptedTypes";
    public const string TrainingTypes = "trainingTypes";
    public const string HostingTypes = "hostingTypes";

    private TypePatterns? accepted;

    public static SizingSettings None { get; } = new(PropertyMap.Empty);

    /// <summary>Types that are accepted wherever they stand, beside what else is.</summary>
    public TypePatterns Accepted => accepted ??= TypePatterns.From(settings[AcceptedTypes]);

    /// <summary>
    /// The only types that may be used: those for models of that size where they are listed, otherwise those for the purpose. None
    /// where the settings leave it to the judgement of sizes.
    /// </summary>
    /// <param name="list">The setting that lists the types for the purpose.</param>
    /// <param name="demand">What is declared of the model; null for nothing.</param>
    public AllowedTypes Allowed(string list, ModelDemand? demand) =>
        demand is not null && HasModels(list) && ModelClass.Of(demand.Billions) is var size && Listed(size.Setting) is { IsEmpty: false } listed
            ? new(size.Setting, size.Size, listed)
            : new(list, null, Listed(list));

    /// <summary>Whether the size of a model decides which list holds.</summary>
    public bool DependsOnModel(string list) => HasModels(list) && ModelClass.All.Any(size => !Listed(size.Setting).IsEmpty);

    /// <summary>What is declared about a model: by the settings for the resource's name, or else by its tags.</summary>
    /// <param name="byDefault">Its use, where nobody says.</param>
    public ModelDeclaration ModelOf(ModelTags tags, string resource, ModelUse byDefault) => ModelDeclaration.From(
        tags,
        settings[Billions][resource].AsNumber(),
        settings[Modes][resource].AsString(),
        byDefault,
        settings[Activations].AsNumber() ?? ModelDemand.UsualActivationShare);

    private TypePatterns Listed(string list) =>
        TypePatterns.From(settings[list]) is { IsEmpty: false } listed ? listed.And(Accepted) : TypePatterns.None;

    /// <summary>Where one model is trained or served: people who develop, and jobs that process data, need other types.</summary>
    private static bool HasModels(string list) => list is TrainingTypes or HostingTypes;
}

/// <summary>The list of types that holds for a workload.</summary>
/// <param name="Setting">The setting that it stands in.</param>
/// <param name="Size">The size of the models that it is for; null where it is for all.</param>
/// <param name="Types">The types; none for no list.</param>
public sealed record AllowedTypes(string Setting, string? Size, TypePatterns Types)
{
    /// <summary>Whether what is listed may stay whatever the model: a list for models of a size only limits what they may choose from.</summary>
    public bool ReplacesJudgement => Size is null && !Types.IsEmpty;
}
