using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.Sagemaker;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.SageMaker.Hosting;

/// <summary>What tells Model Monitor to watch endpoints: a job definition, or a schedule that has one inside.</summary>
/// <param name="Endpoints">Names the endpoints.</param>
internal sealed record HostedMonitor(PolicyResource Resource, ImmutableArray<Reference> Endpoints)
{
    /// <summary>The monitor that a resource is; null for every other resource.</summary>
    public static HostedMonitor? From(PolicyResource resource)
    {
        IEnumerable<Setting<string>>? names = resource.Type switch
        {
            var type when type == Aws.DataQualityJobDefinitionProps.ResourceType => Names(resource.View<Aws.DataQualityJobDefinitionProps>()),
            var type when type == Aws.MonitoringScheduleProps.ResourceType => Names(resource.View<Aws.MonitoringScheduleProps>()),
            var type when type == Native.DataQualityJobDefinitionProps.ResourceType => Names(resource.View<Native.DataQualityJobDefinitionProps>()),
            var type when type == Native.ModelBiasJobDefinitionProps.ResourceType => Names(resource.View<Native.ModelBiasJobDefinitionProps>()),
            var type when type == Native.ModelExplainabilityJobDefinitionProps.ResourceType =>
                Names(resource.View<Native.ModelExplainabilityJobDefinitionProps>()),
            var type when type == Native.ModelQualityJobDefinitionProps.ResourceType => Names(resource.View<Native.ModelQualityJobDefinitionProps>()),
            var type when type == Native.MonitoringScheduleProps.ResourceType => Names(resource.View<Native.MonitoringScheduleProps>()),
            _ => null,
        };
        return names is null ? null : new(resource, [.. names.Select(name => Reference.Of(resource, name)).Where(name => name.IsThere)]);
    }

    private static Setting<string>[] Names(Aws.DataQualityJobDefinitionProps job) =>
        [Setting(job.DataQualityJobInput.EndpointInput.EndpointName)];

    private static Setting<string>[] Names(Aws.MonitoringScheduleProps schedule) =>
        [Setting(schedule.MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringInputs.EndpointInput.EndpointName)];

    private static Setting<string>[] Names(Native.DataQualityJobDefinitionProps job) =>
        [Setting(job.DataQualityJobInput.EndpointInput.EndpointName)];

    private static Setting<string>[] Names(Native.ModelBiasJobDefinitionProps job) =>
        [Setting(job.ModelBiasJobInput.EndpointInput.EndpointName)];

    private static Setting<string>[] Names(Native.ModelExplainabilityJobDefinitionProps job) =>
        [Setting(job.ModelExplainabilityJobInput.EndpointInput.EndpointName)];

    private static Setting<string>[] Names(Native.ModelQualityJobDefinitionProps job) =>
        [Setting(job.ModelQualityJobInput.EndpointInput.EndpointName)];

    private static IEnumerable<Setting<string>> Names(Native.MonitoringScheduleProps schedule) => Each(
        schedule.MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringInputs,
        (input, at) => Setting(input.EndpointInput.EndpointName, at));
}
