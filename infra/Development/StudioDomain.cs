using Infra.Governance;
using Infra.Settings;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;

namespace Infra.Development;

/// <summary>A Studio domain whose JupyterLab and Code Editor apps shut down when idle, for everybody in it.</summary>
internal sealed class StudioDomain : ComponentResource
{
    private const string Enabled = "ENABLED";

    private const int LongestName = 63;

    /// <summary>The shortest time that SageMaker takes; people may choose it for themselves.</summary>
    private const int LeastIdleMinutes = 60;

    public StudioDomain(string name, StudioDomainArgs args, ComponentResourceOptions? options = null)
        : base("ml:development:StudioDomain", name, options)
    {
        Args.Validate(name, args);
        var (scope, settings) = (args.Scope, args.Studio);
        var tags = scope.Tags.For(nameof(StudioDomain), CostCategory.Training);
        var child = new CustomResourceOptions { Parent = this };

        var role = DevelopmentRole.For(name, "/aws/sagemaker/studio*", scope, args.Bucket, tags, this);
        var domain = new Domain(name, new()
        {
            DomainName = NameOf(scope.PhysicalName(name), settings.VpcId!),
            AuthMode = "IAM",
            VpcId = settings.VpcId!,
            SubnetIds = settings.SubnetIds.ToArray(),
            DefaultUserSettings = UserSettings(settings, role.Arn),
            DefaultSpaceSettings = new DomainDefaultSpaceSettingsArgs
            {
                ExecutionRole = role.Arn,
                JupyterLabAppSettings = new DomainDefaultSpaceSettingsJupyterLabAppSettingsArgs
                {
                    AppLifecycleManagement = new DomainDefaultSpaceSettingsJupyterLabAppSettingsAppLifecycleManagementArgs
                    {
                        IdleSettings = new DomainDefaultSpaceSettingsJupyterLabAppSettingsAppLifecycleManagementIdleSettingsArgs
                        {
                            LifecycleManagement = Enabled,
                            IdleTimeoutInMinutes = settings.IdleMinutes,
                            MinIdleTimeoutInMinutes = LeastIdleMinutes,
                            MaxIdleTimeoutInMinutes = settings.IdleMinutes,
                        },
                    },
                },
            },
            // What people run there is tagged, and paid for, like the domain.
            TagPropagation = Enabled,
            // The home folders outlive the domain.
            RetentionPolicy = new DomainRetentionPolicyArgs { HomeEfsFileSystem = "Retain" },
            Tags = tags,
        }, child);
        _ = new RolePolicy($"{name}-spaces", new()
        {
            Role = role.Name,
            Policy = Output.Tuple(domain.Id, scope.Place)
                .Apply(found => StudioAccess.For(settings, found.Item1, found.Item2).ToJson()),
        }, child);

        DomainId = domain.Id;
        RegisterOutputs();
    }

    /// <summary>Id that user profiles and spaces attach to.</summary>
    [Output("domainId")]
    public Output<string> DomainId { get; private init; }

    /// <summary>
    /// A domain cannot move: another network means another domain, which has to be called otherwise to exist beside the first.
    /// Project and stack may be longer than a name; their end tells stacks apart.
    /// </summary>
    private static string NameOf(string name, string vpcId)
    {
        var ending = vpcId[vpcId.IndexOf('-', StringComparison.Ordinal)..];
        return name[Math.Max(0, name.Length + ending.Length - LongestName)..].TrimStart('-') + ending;
    }

    private static DomainDefaultUserSettingsArgs UserSettings(StudioSettings settings, Output<string> roleArn) => new()
    {
        ExecutionRole = roleArn,
        DefaultLandingUri = "studio::",
        StudioWebPortal = Enabled,
        JupyterLabAppSettings = new DomainDefaultUserSettingsJupyterLabAppSettingsArgs
        {
            AppLifecycleManagement = new DomainDefaultUserSettingsJupyterLabAppSettingsAppLifecycleManagementArgs
            {
                IdleSettings = new DomainDefaultUserSettingsJupyterLabAppSettingsAppLifecycleManagementIdleSettingsArgs
                {
                    LifecycleManagement = Enabled,
                    IdleTimeoutInMinutes = settings.IdleMinutes,
                    MinIdleTimeoutInMinutes = LeastIdleMinutes,
                    MaxIdleTimeoutInMinutes = settings.IdleMinutes,
                },
            },
        },
        CodeEditorAppSettings = new DomainDefaultUserSettingsCodeEditorAppSettingsArgs
        {
            AppLifecycleManagement = new DomainDefaultUserSettingsCodeEditorAppSettingsAppLifecycleManagementArgs
            {
                IdleSettings = new DomainDefaultUserSettingsCodeEditorAppSettingsAppLifecycleManagementIdleSettingsArgs
                {
                    LifecycleManagement = Enabled,
                    IdleTimeoutInMinutes = settings.IdleMinutes,
                    MinIdleTimeoutInMinutes = LeastIdleMinutes,
                    MaxIdleTimeoutInMinutes = settings.IdleMinutes,
                },
            },
        },
        SpaceStorageSettings = new DomainDefaultUserSettingsSpaceStorageSettingsArgs
        {
            DefaultEbsStorageSettings = new DomainDefaultUserSettingsSpaceStorageSettingsDefaultEbsStorageSettingsArgs
            {
                DefaultEbsVolumeSizeInGb = settings.VolumeGb,
                MaximumEbsVolumeSizeInGb = settings.MaxVolumeGb,
            },
        },
    };
}
