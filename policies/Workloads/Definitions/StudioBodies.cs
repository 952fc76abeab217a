namespace Policies.Workloads.Definitions;

/// <summary>The default instance types of Studio, as the API takes them.</summary>
internal static class StudioBodies
{
    private static readonly string[] Apps =
    [
        "CodeEditorAppSettings",
        "JupyterLabAppSettings",
        "JupyterServerAppSettings",
        "KernelGatewayAppSettings",
        "RSessionAppSettings",
        "TensorBoardAppSettings",
    ];

    public static IEnumerable<Workload> Domain(DefinitionNode body) =>
    [
        .. Settings(body["DefaultUserSettings"]),
        .. Settings(body["DefaultSpaceSettings"]),
        .. Default(body["DomainSettings"]["RStudioServerProDomainSettings"]),
        .. Default(body["DomainSettingsForUpdate"]["RStudioServerProDomainSettingsForUpdate"]),
    ];

    public static IEnumerable<Workload> Settings(DefinitionNode settings) =>
        settings.IsUnknown
            ? SageMakerCalls.One(Purpose.Studio, settings)
            : Apps.SelectMany(app => Default(settings[app]));

    private static IEnumerable<Workload> Default(DefinitionNode app) =>
        SageMakerCalls.One(Purpose.Studio, app["DefaultResourceSpec"]);
}
