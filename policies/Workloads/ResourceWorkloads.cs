using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Policies.Workloads.Definitions;
using Policies.Workloads.Resources;
using Aws = ResourceViews.Aws;
using Native = ResourceViews.AwsNative;

namespace Policies.Workloads;

/// <summary>Every resource type that runs something on instances, and how to find what it runs.</summary>
internal static class ResourceWorkloads
{
    private static readonly FrozenDictionary<string, Func<PropertyValue, Reading>> Training = Table(
    [
        .. Of<Aws.Sagemaker.TrainingJobProps>(AwsTraining.Job),
        .. Of<Aws.Sagemaker.HyperParameterTuningJobProps>(AwsTraining.TuningJob),
        .. Of<Aws.Sagemaker.PipelineProps>(DefinitionResources.Pipeline),
        .. Of<Aws.Scheduler.ScheduleProps>(DefinitionResources.Schedule),
        .. Of<Aws.Sfn.StateMachineProps>(DefinitionResources.StateMachine),
        .. Of<Native.SageMaker.PipelineProps>(DefinitionResources.Pipeline),
        .. Of<Native.Scheduler.ScheduleProps>(DefinitionResources.Schedule),
        .. Of<Native.StepFunctions.StateMachineProps>(DefinitionResources.StateMachine),
    ]);

    private static readonly FrozenDictionary<string, Func<PropertyValue, Reading>> Readers = Table(
    [
        .. Training,
        .. Of<Aws.Sagemaker.AlgorithmProps>(AwsHosting.Algorithm),
        .. Of<Aws.Sagemaker.AppProps>(AwsDevelopment.App),
        .. Of<Aws.Sagemaker.DataQualityJobDefinitionProps>(AwsHosting.DataQuality),
        .. Of<Aws.Sagemaker.DomainProps>(AwsDevelopment.Domain),
        .. Of<Aws.Sagemaker.EndpointConfigurationProps>(AwsHosting.EndpointConfiguration),
        .. Of<Aws.Sagemaker.MonitoringScheduleProps>(AwsHosting.Monitoring),
        .. Of<Aws.Sagemaker.NotebookInstanceProps>(AwsDevelopment.Notebook),
        .. Of<Aws.Sagemaker.SpaceProps>(AwsDevelopment.Space),
        .. Of<Aws.Sagemaker.UserProfileProps>(AwsDevelopment.UserProfile),
        .. Of<Native.SageMaker.AppProps>(AwsNativeDevelopment.App),
        .. Of<Native.SageMaker.ClusterProps>(AwsNativeHosting.Cluster),
        .. Of<Native.SageMaker.DataQualityJobDefinitionProps>(AwsNativeHosting.DataQuality),
        .. Of<Native.SageMaker.DomainProps>(AwsNativeDevelopment.Domain),
        .. Of<Native.SageMaker.EndpointConfigProps>(AwsNativeHosting.EndpointConfig),
        .. Of<Native.SageMaker.InferenceComponentProps>(AwsNativeHosting.InferenceComponent),
        .. Of<Native.SageMaker.InferenceExperimentProps>(AwsNativeHosting.InferenceExperiment),
        .. Of<Native.SageMaker.ModelBiasJobDefinitionProps>(AwsNativeHosting.ModelBias),
        .. Of<Native.SageMaker.ModelExplainabilityJobDefinitionProps>(AwsNativeHosting.ModelExplainability),
        .. Of<Native.SageMaker.ModelPackageProps>(AwsNativeHosting.ModelPackage),
        .. Of<Native.SageMaker.ModelQualityJobDefinitionProps>(AwsNativeHosting.ModelQuality),
        .. Of<Native.SageMaker.MonitoringScheduleProps>(AwsNativeHosting.Monitoring),
        .. Of<Native.SageMaker.NotebookInstanceProps>(AwsNativeDevelopment.Notebook),
        .. Of<Native.SageMaker.ProcessingJobProps>(AwsNativeHosting.ProcessingJob),
        .. Of<Native.SageMaker.SpaceProps>(AwsNativeDevelopment.Space),
        .. Of<Native.SageMaker.UserProfileProps>(AwsNativeDevelopment.UserProfile),
    ]);

    // Every policy that looks at workloads gets the same object for a resource: its definition is read once for all of them.
    private static readonly ConditionalWeakTable<PolicyResource, Reading> AlreadyRead = [];

    /// <summary>Types that run something on instances.</summary>
    public static IReadOnlyCollection<string> Types => Readers.Keys;

    /// <summary>Those among them that may train a model.</summary>
    public static IReadOnlyCollection<string> TrainingTypes => Training.Keys;

    /// <summary>What a resource runs.</summary>
    public static Reading In(PolicyResource resource) => Readers.ContainsKey(resource.Type)
        ? AlreadyRead.GetValue(resource, static unread => Readers[unread.Type](unread.InputsValue))
        : Reading.Empty;

    private static IEnumerable<KeyValuePair<string, Func<PropertyValue, Reading>>> Of<TView>(Func<TView, IEnumerable<Workload>> read)
        where TView : struct, IResourceView<TView> => Of<TView>(view => Reading.Of([.. read(view)]));

    private static IEnumerable<KeyValuePair<string, Func<PropertyValue, Reading>>> Of<TView>(Func<TView, Reading> read)
        where TView : struct, IResourceView<TView> => TView.ResourceTypes.Select(type =>
            KeyValuePair.Create<string, Func<PropertyValue, Reading>>(type, inputs => read(TView.From(inputs))));

    private static FrozenDictionary<string, Func<PropertyValue, Reading>> Table(
        IEnumerable<KeyValuePair<string, Func<PropertyValue, Reading>>> entries) => entries.ToFrozenDictionary();
}
