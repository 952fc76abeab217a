using Policies.Iam;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>The settings of <see cref="NoOversizedInstances"/>.</summary>
internal sealed class InstanceSettings(PolicyConfig config)
{
    private const string Development = "developmentTypes";
    private const string Training = "trainingTypes";
    private const string Processing = "processingTypes";
    private const string Hosting = "hostingTypes";
    private const string Cluster = "clusterTypes";
    private const string Billions = "modelParametersBillions";
    private const string Modes = "trainingModes";
    private const string Activations = "activationShare";

    public static PolicyConfigSchema Schema { get; } = new(
        PolicySetting.Texts(Development, Allowed("notebook instances and Studio")),
        PolicySetting.Texts(Training, Allowed("training and tuning jobs")),
        PolicySetting.Texts(Processing, Allowed("processing jobs")),
        PolicySetting.Texts(Hosting, Allowed("endpoints and batch transform")),
        PolicySetting.Texts(Cluster, Allowed("HyperPod clusters")),
        PolicySetting.NumbersByName(
            Billions, $"Parameters of the model in billions, by name of the resource; over the tag {ModelTags.BillionsTag}."),
        new(Modes, PropertyMap.Of(
            ("type", "object"),
            ("description", $"How the model is trained or served, by name of the resource; over the tag {ModelTags.UseTag}."),
            ("default", PropertyMap.Empty),
            ("additionalProperties", PropertyMap.Of(("type", "string"), ("enum", ModelUse.All.Select(use => use.Name)))))),
        PolicySetting.Number(
            Activations,
            "Memory for activations in training, as a share of the model states; 0.2 to 0.5 is usual.",
            ModelDemand.UsualActivationShare),
        OpenPermissions.Setting);

    /// <summary>The setting that lists the types allowed for a purpose.</summary>
    public static string ListName(Purpose purpose) => purpose switch
    {
        Purpose.NotebookInstance or Purpose.Studio => Development,
        Purpose.Training => Training,
        Purpose.Processing => Processing,
        Purpose.Hosting or Purpose.Transform => Hosting,
        Purpose.Cluster => Cluster,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no list for this purpose."),
    };

    /// <summary>The types allowed for a purpose; none where the settings leave it to the policy.</summary>
    public TypePatterns ListFor(Purpose purpose) => TypePatterns.From(config[ListName(purpose)]);

    /// <summary>What is declared about the model of a workload.</summary>
    public ModelDeclaration ModelOf(Workload workload, string resource) => ModelDeclaration.From(
        workload.Model,
        config[Billions][resource].AsNumber(),
        config[Modes][resource].AsString(),
        workload.Purpose is Purpose.Hosting or Purpose.Transform or Purpose.Processing ? ModelUse.Inference : ModelUse.Full,
        config[Activations].AsNumber() ?? ModelDemand.UsualActivationShare);

    private static string Allowed(string what) =>
        $"The only instance types for {what}, * standing for any characters; none leaves it to the policy's own judgement.";
}
