using Infra.Governance;
using Infra.Identity;
using Infra.Settings;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sagemaker;
using Pulumi.Aws.Sagemaker.Inputs;
using Pulumi.Aws.Scheduler;
using Pulumi.Aws.Scheduler.Inputs;

namespace Infra.Development;

/// <summary>A notebook instance that stops when nobody uses it, and every night whatever happens.</summary>
internal sealed class DevNotebook : ComponentResource
{
    public DevNotebook(string name, DevNotebookArgs args, ComponentResourceOptions? options = null)
        : base("ml:development:DevNotebook", name, options)
    {
        Args.Validate(name, args);
        var (scope, settings, bucket) = (args.Scope, args.Notebook, args.Bucket);
        var tags = scope.Tags.For(nameof(DevNotebook), CostCategory.Training);
        var child = new CustomResourceOptions { Parent = this };

        var role = ServiceRole.For("sagemaker.amazonaws.com", $"{name}-notebook", scope, tags, this);
        var useKey = new RolePolicy($"{name}-notebook-key", new()
        {
            Role = role.Name,
            Policy = bucket.KeyArn.Apply(arn => CommonStatements.UseKey(arn).ToJson()),
        }, child);
        var idleStop = new NotebookInstanceLifecycleConfiguration(name, new()
        {
            OnStart = StartScript.Encoded(settings.IdleMinutes),
            Tags = tags,
        }, child);
        var notebook = new NotebookInstance(name, new()
        {
            InstanceType = settings.InstanceType,
            VolumeSize = settings.VolumeGb,
            RoleArn = role.Arn,
            LifecycleConfigName = idleStop.Name,
            RootAccess = settings.RootAccess ? "Enabled" : "Disabled",
            InstanceMetadataServiceConfiguration = new NotebookInstanceInstanceMetadataServiceConfigurationArgs
            {
                MinimumInstanceMetadataServiceVersion = "2",
            },
            Tags = tags,
        }, new() { Parent = this, DependsOn = { useKey } });
        _ = new RolePolicy($"{name}-notebook", new()
        {
            Role = role.Name,
            Policy = Output.Tuple(bucket.Name, notebook.Name, scope.Place)
                .Apply(found => NotebookAccess.For(found.Item1, found.Item2, found.Item3).ToJson()),
        }, child);
        StopNightly(name, settings, scope, notebook, tags);

        NotebookName = notebook.Name;
        Url = notebook.Url;
        RegisterOutputs();
    }

    [Output("notebookName")]
    public Output<string> NotebookName { get; private init; }

    /// <summary>Where Jupyter answers while the notebook runs.</summary>
    [Output("url")]
    public Output<string> Url { get; private init; }

    private void StopNightly(
        string name, NotebookSettings settings, StackScope scope, NotebookInstance notebook, InputMap<string> tags)
    {
        var stopping = ServiceRole.For("scheduler.amazonaws.com", $"{name}-stop", scope, tags, this);
        var access = new RolePolicy($"{name}-stop", new()
        {
            Role = stopping.Name,
            Policy = Output.Tuple(notebook.Name, scope.Place)
                .Apply(found => NotebookAccess.Stop(found.Item1, found.Item2).ToJson()),
        }, new() { Parent = this });
        var at = TimeOfDayAttribute.Parse(settings.StopAt);
        _ = new Schedule($"{name}-stop", new()
        {
            Description = "Stops the notebook for the night",
            ScheduleExpression = $"cron({at.Minute} {at.Hour} * * ? *)",
            ScheduleExpressionTimezone = settings.TimeZone,
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new ScheduleTargetArgs
            {
                Arn = scope.Place.Apply(place => $"arn:{place.Partition}:scheduler:::aws-sdk:sagemaker:stopNotebookInstance"),
                RoleArn = stopping.Arn,
                Input = notebook.Name.Apply(found => DocumentText.Of(new() { ["NotebookInstanceName"] = found })),
                // A notebook that is stopped already cannot be stopped: once is enough.
                RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumEventAgeInSeconds = 3600, MaximumRetryAttempts = 2 },
            },
        }, new() { Parent = this, DependsOn = { access } });
    }
}
