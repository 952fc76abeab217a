using Policies.Workloads.Definitions;
using static Policies.Workloads.Resources.ViewReading;
using AwsPipeline = ResourceViews.Aws.Sagemaker.PipelineProps;
using AwsSchedule = ResourceViews.Aws.Scheduler.ScheduleProps;
using AwsStateMachine = ResourceViews.Aws.Sfn.StateMachineProps;
using NativePipeline = ResourceViews.AwsNative.SageMaker.PipelineProps;
using NativeSchedule = ResourceViews.AwsNative.Scheduler.ScheduleProps;
using NativeStateMachine = ResourceViews.AwsNative.StepFunctions.StateMachineProps;

namespace Policies.Workloads.Resources;

/// <summary>State machines, pipelines and schedules, which hide what they run in a definition.</summary>
internal static class DefinitionResources
{
    public static Reading StateMachine(AwsStateMachine machine) => With(
        Declared.By(machine.Tags, machine.TagsAll),
        StateMachineDefinition.ReadText(machine.Definition.ToProperty(), PropertyPath.Of("definition")));

    public static Reading StateMachine(NativeStateMachine machine) => With(Declared.By(machine.Tags), machine switch
    {
        { DefinitionString: { IsKnown: false } or { Value: not null } } => StateMachineDefinition.ReadText(
            machine.DefinitionString.ToProperty(), PropertyPath.Of("definitionString"), machine.DefinitionSubstitutions),
        { Definition.IsMissing: false } => StateMachineDefinition.ReadObject(
            machine.Definition.ToProperty(), PropertyPath.Of("definition"), machine.DefinitionSubstitutions),
        _ => Reading.Elsewhere("definitionS3Location", "definitionString"),
    });

    public static Reading Pipeline(AwsPipeline pipeline) => With(
        Declared.By(pipeline.Tags, pipeline.TagsAll),
        pipeline.PipelineDefinition is { IsKnown: true, Value: null }
            ? Reading.Elsewhere("pipelineDefinitionS3Location", "pipelineDefinition")
            : PipelineReader.ReadText(pipeline.PipelineDefinition.ToProperty(), PropertyPath.Of("pipelineDefinition")));

    public static Reading Pipeline(NativePipeline pipeline)
    {
        // One of two shapes, so the view leaves it a plain value.
        const string Inline = "pipelineDefinitionBody";
        var body = pipeline.PipelineDefinition[Inline];
        var path = PropertyPath.Of("pipelineDefinition");
        return With(
            Declared.By(pipeline.Tags),
            body.Kind is PropertyKind.Missing or PropertyKind.Null
                ? Reading.Elsewhere("pipelineDefinition.pipelineDefinitionS3Location", $"{path}.{Inline}")
                : PipelineReader.ReadText(body, path.Member(Inline)));
    }

    public static Reading Schedule(AwsSchedule schedule) =>
        ScheduledCall.Read(Setting(schedule.Target.Arn), Setting(schedule.Target.Input));

    public static Reading Schedule(NativeSchedule schedule) =>
        ScheduledCall.Read(Setting(schedule.Target.Arn), Setting(schedule.Target.Input));

    private static Reading With(ModelTags tags, Reading reading) => reading with
    {
        Workloads = [.. reading.Workloads.Select(workload => workload with { Model = workload.Model.Or(tags) })],
    };
}
