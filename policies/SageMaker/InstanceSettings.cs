using Policies.Iam;
using Policies.Workloads;

namespace Policies.SageMaker;

/// <summary>The settings of <see cref="NoOversizedInstances"/>.</summary>
internal sealed class InstanceSettings(PolicyConfig config)
{
    private const string Development = "developmentTypes";
    private const string Processing = "processingTypes";
    private const string Cluster = "clusterTypes";

    private readonly SizingSettings sizing = new(config.Properties);

    public static PolicyConfigSchema Schema { get; } = new(
    [
        PolicySetting.Texts(Development, Allowed("notebook instances and Studio")),
        PolicySetting.Texts(SizingSettings.TrainingTypes, Allowed("training and tuning jobs")),
        PolicySetting.Texts(Processing, Allowed("processing jobs")),
        PolicySetting.Texts(SizingSettings.HostingTypes, Allowed("endpoints and batch transform")),
        PolicySetting.Texts(Cluster, Allowed("HyperPod clusters")),
        .. ModelClass.All.Select(size => PolicySetting.Texts(
            size.Setting,
            $"The only instance types to choose from for a model {size.Size} that is trained or served, where its size is declared; over "
                + $"{SizingSettings.TrainingTypes} and {SizingSettings.HostingTypes}.")),
        PolicySetting.Texts(
            SizingSettings.AcceptedTypes,
            "Types that are accepted wherever they stand, beside those of the lists or of the policy's own judgement."),
        PolicySetting.NumbersByName(
            SizingSettings.Billions, $"Parameters of the model in billions, by name of the resource; over the tag {ModelTags.BillionsTag}."),
        new(SizingSettings.Modes, PropertyMap.Of(
            ("type", "object"),
            ("description", $"How the model is trained or served, by name of the resource; over the tag {ModelTags.UseTag}."),
            ("default", PropertyMap.Empty),
            ("additionalProperties", PropertyMap.Of(("type", "string"), ("enum", ModelUse.All.Select(use => use.Name)))))),
        PolicySetting.Number(
            SizingSettings.Activations,
            "Memory for activations in training, as a share of the model states; 0.2 to 0.5 is usual.",
            ModelDemand.UsualActivationShare),
        OpenPermissions.Setting,
    ]);

    /// <summary>Types that are accepted wherever they stand.</summary>
    public TypePatterns Accepted => sizing.Accepted;

    /// <summary>The types allowed for a purpose and a model; none where the settings leave it to the policy.</summary>
    public AllowedTypes ListFor(Purpose purpose, ModelDeclaration model) => sizing.Allowed(ListName(purpose), model.Demand);

    /// <summary>Whether the size of the model decides which list holds for a purpose.</summary>
    public bool DependsOnModel(Purpose purpose) => sizing.DependsOnModel(ListName(purpose));

    /// <summary>The setting that lists the types allowed for a purpose.</summary>
    private static string ListName(Purpose purpose) => purpose switch
    {
        Purpose.NotebookInstance or Purpose.Studio => Development,
        Purpose.Training => SizingSettings.TrainingTypes,
        Purpose.Processing => Processing,
        Purpose.Hosting or Purpose.Transform => SizingSettings.HostingTypes,
        Purpose.Cluster => Cluster,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no list for this purpose."),
    };

    /// <summary>What is declared about the model of a workload.</summary>
    public ModelDeclaration ModelOf(Workload workload, string resource) => sizing.ModelOf(
        workload.Model,
        resource,
        workload.Purpose is Purpose.Hosting or Purpose.Transform or Purpose.Processing ? ModelUse.Inference : ModelUse.Full);

    private static string Allowed(string what) =>
        $"The only instance types for {what}, * standing for any characters; none leaves it to the policy's own judgement.";
}
