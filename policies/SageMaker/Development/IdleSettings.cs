using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Sagemaker;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.SageMaker.Development;

/// <summary>When an app of Studio is shut down that nobody uses.</summary>
/// <param name="Management">ENABLED or DISABLED; a space has none of its own.</param>
/// <param name="Minutes">How long it may be idle.</param>
/// <param name="IsDefault">Whether the settings of a domain, from which profiles and spaces inherit.</param>
internal sealed record IdleSettings(Setting<string> Management, Setting<int?> Minutes, bool IsDefault)
{
    /// <summary>The settings of a domain, profile or space; none of any other resource.</summary>
    public static IReadOnlyList<IdleSettings> Of(PolicyResource resource) => resource.Type switch
    {
        var type when Aws.DomainProps.ResourceTypes.Contains(type) => Of(Aws.DomainProps.From(resource.InputsValue)),
        var type when Aws.UserProfileProps.ResourceTypes.Contains(type) => Of(Aws.UserProfileProps.From(resource.InputsValue)),
        var type when Aws.SpaceProps.ResourceTypes.Contains(type) => Of(Aws.SpaceProps.From(resource.InputsValue)),
        var type when Native.DomainProps.ResourceTypes.Contains(type) => Of(Native.DomainProps.From(resource.InputsValue)),
        var type when Native.UserProfileProps.ResourceTypes.Contains(type) => Of(Native.UserProfileProps.From(resource.InputsValue)),
        var type when Native.SpaceProps.ResourceTypes.Contains(type) => Of(Native.SpaceProps.From(resource.InputsValue)),
        _ => [],
    };

    private static IdleSettings[] Of(Aws.DomainProps domain) =>
    [
        new(
            Setting(domain.DefaultUserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement),
            Setting(domain.DefaultUserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: true),
        new(
            Setting(domain.DefaultUserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement),
            Setting(domain.DefaultUserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: true),
    ];

    private static IdleSettings[] Of(Aws.UserProfileProps profile) =>
    [
        new(
            Setting(profile.UserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement),
            Setting(profile.UserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: false),
        new(
            Setting(profile.UserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement),
            Setting(profile.UserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: false),
    ];

    private static IdleSettings[] Of(Aws.SpaceProps space) =>
    [
        new(
            default,
            Setting(space.SpaceSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: false),
        new(
            default,
            Setting(space.SpaceSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: false),
    ];

    private static IdleSettings[] Of(Native.DomainProps domain) =>
    [
        new(
            Setting(domain.DefaultUserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement),
            Setting(domain.DefaultUserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: true),
        new(
            Setting(domain.DefaultUserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement),
            Setting(domain.DefaultUserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: true),
    ];

    private static IdleSettings[] Of(Native.UserProfileProps profile) =>
    [
        new(
            Setting(profile.UserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement),
            Setting(profile.UserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: false),
        new(
            Setting(profile.UserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.LifecycleManagement),
            Setting(profile.UserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: false),
    ];

    private static IdleSettings[] Of(Native.SpaceProps space) =>
    [
        new(
            default,
            Setting(space.SpaceSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: false),
        new(
            default,
            Setting(space.SpaceSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings.IdleTimeoutInMinutes),
            IsDefault: false),
    ];
}
