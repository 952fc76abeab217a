using System.Runtime.CompilerServices;
using Policies.Workloads;
using Policies.Workloads.Resources;
using Aws = ResourceViews.Aws.Sagemaker;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.SageMaker.Development;

/// <summary>When an app of Studio is shut down that nobody uses.</summary>
/// <param name="Management">ENABLED or DISABLED; a space has none of its own.</param>
/// <param name="Minutes">How long it may be idle.</param>
/// <param name="MaxMinutes">How long the people who use it may set that.</param>
/// <param name="IsDefault">Whether the settings of a domain, from which profiles and private spaces inherit.</param>
internal sealed record IdleSettings(Setting<string> Management, Setting<int?> Minutes, Setting<int?> MaxMinutes, bool IsDefault)
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
        In(domain.DefaultUserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings, isDefault: true),
        In(domain.DefaultUserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings, isDefault: true),
        In(domain.DefaultSpaceSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings),
    ];

    private static IdleSettings[] Of(Aws.UserProfileProps profile) =>
    [
        In(profile.UserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings),
        In(profile.UserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings),
    ];

    private static IdleSettings[] Of(Aws.SpaceProps space) =>
    [
        InSpace(space.SpaceSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings),
        InSpace(space.SpaceSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings),
    ];

    private static IdleSettings[] Of(Native.DomainProps domain) =>
    [
        In(domain.DefaultUserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings, isDefault: true),
        In(domain.DefaultUserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings, isDefault: true),
        In(domain.DefaultSpaceSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings),
    ];

    private static IdleSettings[] Of(Native.UserProfileProps profile) =>
    [
        In(profile.UserSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings),
        In(profile.UserSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings),
    ];

    private static IdleSettings[] Of(Native.SpaceProps space) =>
    [
        InSpace(space.SpaceSettings.JupyterLabAppSettings.AppLifecycleManagement.IdleSettings),
        InSpace(space.SpaceSettings.CodeEditorAppSettings.AppLifecycleManagement.IdleSettings),
    ];

    /// <summary>A space has nothing but its own minutes.</summary>
    private static IdleSettings InSpace<TView>(TView view, [CallerArgumentExpression(nameof(view))] string expression = "")
        where TView : struct, IPropertyView<TView> => In(view, isDefault: false, expression) with { Management = default, MaxMinutes = default };

    /// <summary>Domains and profiles have the same properties, wherever they stand.</summary>
    private static IdleSettings In<TView>(
        TView view, bool isDefault = false, [CallerArgumentExpression(nameof(view))] string expression = "")
        where TView : struct, IPropertyView<TView>
    {
        var at = PropertyPath.Root.Read(expression);
        var idle = Native.DomainIdleSettingsProps.From(view.ToProperty());
        return new(
            ViewReading.Setting(idle.LifecycleManagement, at),
            ViewReading.Setting(idle.IdleTimeoutInMinutes, at),
            ViewReading.Setting(idle.MaxIdleTimeoutInMinutes, at),
            isDefault);
    }
}
