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
    public const string TrainingTypes = "trainingTypes";
    public const string HostingTypes = "hostingTypes";

    public static SizingSettings None { get; } = new(PropertyMap.Empty);

    /// <summary>The only types that a list allows; none where it leaves that to the judgement of sizes.</summary>
    public TypePatterns Allowed(string list) => TypePatterns.From(settings[list]);

    /// <summary>What is declared about a model: by the settings for the resource's name, or else by its tags.</summary>
    /// <param name="byDefault">Its use, where nobody says.</param>
    public ModelDeclaration ModelOf(ModelTags tags, string resource, ModelUse byDefault) => ModelDeclaration.From(
        tags,
        settings[Billions][resource].AsNumber(),
        settings[Modes][resource].AsString(),
        byDefault,
        settings[Activations].AsNumber() ?? ModelDemand.UsualActivationShare);
}
