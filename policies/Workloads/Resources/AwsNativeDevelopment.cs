using ResourceViews.AwsNative.SageMaker;
using static Policies.Workloads.Resources.ViewReading;

namespace Policies.Workloads.Resources;

/// <summary>Notebooks and the defaults of Studio, among the resources of the provider aws-native.</summary>
internal static class AwsNativeDevelopment
{
    public static IEnumerable<Workload> Notebook(NotebookInstanceProps notebook) =>
    [
        new()
        {
            Purpose = Purpose.NotebookInstance,
            Path = PropertyPath.Root,
            Instances = One(notebook.InstanceType),
            Model = Declared.By(notebook.Tags),
        },
    ];

    public static IEnumerable<Workload> App(AppProps app) => [Studio(Declared.By(app.Tags), One(app.ResourceSpec.InstanceType))];

    public static IEnumerable<Workload> Domain(DomainProps domain) =>
    [
        Studio(
            Declared.By(domain.Tags),
            One(domain.DefaultUserSettings.CodeEditorAppSettings.DefaultResourceSpec.InstanceType),
            One(domain.DefaultUserSettings.JupyterLabAppSettings.DefaultResourceSpec.InstanceType),
            One(domain.DefaultUserSettings.JupyterServerAppSettings.DefaultResourceSpec.InstanceType),
            One(domain.DefaultUserSettings.KernelGatewayAppSettings.DefaultResourceSpec.InstanceType),
            One(domain.DefaultUserSettings.RSessionAppSettings.DefaultResourceSpec.InstanceType),
            One(domain.DefaultSpaceSettings.JupyterLabAppSettings.DefaultResourceSpec.InstanceType),
            One(domain.DefaultSpaceSettings.JupyterServerAppSettings.DefaultResourceSpec.InstanceType),
            One(domain.DefaultSpaceSettings.KernelGatewayAppSettings.DefaultResourceSpec.InstanceType),
            One(domain.DomainSettings.RStudioServerProDomainSettings.DefaultResourceSpec.InstanceType)),
    ];

    public static IEnumerable<Workload> UserProfile(UserProfileProps profile) =>
    [
        Studio(
            Declared.By(profile.Tags),
            One(profile.UserSettings.CodeEditorAppSettings.DefaultResourceSpec.InstanceType),
            One(profile.UserSettings.JupyterLabAppSettings.DefaultResourceSpec.InstanceType),
            One(profile.UserSettings.JupyterServerAppSettings.DefaultResourceSpec.InstanceType),
            One(profile.UserSettings.KernelGatewayAppSettings.DefaultResourceSpec.InstanceType)),
    ];

    public static IEnumerable<Workload> Space(SpaceProps space) =>
    [
        Studio(
            Declared.By(space.Tags),
            One(space.SpaceSettings.CodeEditorAppSettings.DefaultResourceSpec.InstanceType),
            One(space.SpaceSettings.JupyterLabAppSettings.DefaultResourceSpec.InstanceType),
            One(space.SpaceSettings.JupyterServerAppSettings.DefaultResourceSpec.InstanceType),
            One(space.SpaceSettings.KernelGatewayAppSettings.DefaultResourceSpec.InstanceType)),
    ];

    private static Workload Studio(ModelTags tags, params ReadOnlySpan<ImmutableArray<InstanceUse>> uses)
    {
        var instances = ImmutableArray.CreateBuilder<InstanceUse>();
        foreach (var use in uses)
        {
            instances.AddRange(use);
        }

        return new() { Purpose = Purpose.Studio, Path = PropertyPath.Root, Instances = instances.ToImmutable(), Model = tags };
    }
}
