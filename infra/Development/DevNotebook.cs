using System.Text.Json.Nodes;
using Infra.Governance;
using Infra.Identity;
using Infra.Settings;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace Infra.Development;

/// <summary>A notebook instance that stops by itself when idle, and every night in any case.</summary>
internal sealed class DevNotebook : ComponentResource
{
    /// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html</remarks>
    private const string StopNotebook = "scheduler:::aws-sdk:sagemaker:stopNotebookInstance";

    public DevNotebook(string name, DevNotebookArgs args, ComponentResourceOptions? options = null)
        : base("ml:development:DevNotebook", name, options)
    {
        Args.Validate(name, args);
        var (scope, settings) = (args.Scope, args.Notebook);
        var tags = scope.Tags.For(nameof(DevNotebook), CostCategory.Training);
        var child = new CustomResourceOptions { Parent = this };

        var role = DevelopmentRole.For($"{name}-notebook", "/aws/sagemaker/NotebookInstances*", scope, args.Bucket, tags, this);
        var lifecycle = new NotebookInstanceLifecycleConfiguration(name, new()
        {
            OnStart = IdleStopper.Encoded(settings.IdleMinutes),
            Tags = tags,
        }, child);
        var notebook = new NotebookInstance(name, new()
        {
            InstanceType = settings.InstanceType,
            VolumeSize = settings.VolumeGb,
            RoleArn = role.Arn,
            LifecycleConfigName = lifecycle.Name,
            RootAccess = settings.RootAccess ? "Enabled" : "Disabled",
            PlatformIdentifier = "notebook-al2023-v1",
            InstanceMetadataServiceConfiguration = new NotebookInstanceInstanceMetadataServiceConfigurationArgs
            {
                MinimumInstanceMetadataServiceVersion = "2",
            },
            Tags = tags,
        }, child);
        var stopping = Output.Tuple(notebook.Name, scope.Place)
            .Apply(found => NotebookAccess.Stop(found.Item1, found.Item2).ToJson());
        _ = new RolePolicy($"{name}-notebook-stop", new() { Role = role.Name, Policy = stopping }, child);
        if (settings.StopNightly)
            StopNightly(name, settings, notebook.Name, stopping, scope, tags);

        NotebookName = notebook.Name;
        StartCommand = Command("start-notebook-instance", notebook.Name, scope);
        OpenCommand = Command("create-presigned-notebook-instance-url", notebook.Name, scope);
        RegisterOutputs();
    }

    [Output("notebookName")]
    public Output<string> NotebookName { get; private init; }

    /// <summary>The AWS CLI command that starts it again.</summary>
    [Output("startCommand")]
    public Output<string> StartCommand { get; private init; }

    /// <summary>The AWS CLI command that prints an address to open it at.</summary>
    [Output("openCommand")]
    public Output<string> OpenCommand { get; private init; }

    private static Output<string> Command(string action, Output<string> notebook, StackScope scope) =>
        Output.Tuple(notebook, scope.Place).Apply(found =>
            $"aws sagemaker {action} --notebook-instance-name {found.Item1} --region {found.Item2.Region}");

    private void StopNightly(
        string name, NotebookSettings settings, Output<string> notebook, Output<string> stopping, StackScope scope,
        InputMap<string> tags)
    {
        var role = new Role($"{name}-nightly-stop", new()
        {
            AssumeRolePolicy = scope.Place.Apply(place => Trust.Of("scheduler.amazonaws.com", place).ToJson()),
            Tags = tags,
        }, new() { Parent = this });
        var access = new RolePolicy($"{name}-nightly-stop", new() { Role = role.Name, Policy = stopping }, new() { Parent = this });
        var at = TimeOfDayAttribute.Parse(settings.StopAt);
        _ = new Schedule($"{name}-nightly-stop", new()
        {
            Description = "Stops a notebook instance for the night",
            ScheduleExpression = $"cron({at.Minute} {at.Hour} * * ? *)",
            ScheduleExpressionTimezone = settings.TimeZone,
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new ScheduleTargetArgs
            {
                Arn = scope.Place.Apply(place => $"arn:{place.Partition}:{StopNotebook}"),
                RoleArn = role.Arn,
                Input = notebook.Apply(found => DocumentText.Of(new JsonObject { ["NotebookInstanceName"] = found })),
                // Stopping what is stopped already fails. Without these limits it would be tried for a day, into working hours.
                RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumEventAgeInSeconds = 900, MaximumRetryAttempts = 2 },
            },
        }, new() { Parent = this, DependsOn = { access } });
    }
}
