namespace Infra.Tests.Names;

/// <summary>What a service takes as a physical name.</summary>
/// <param name="Input">The input that carries it.</param>
/// <param name="Longest">Characters at most.</param>
/// <param name="Form">The characters and their order, as a regular expression of the whole.</param>
internal sealed record NameLimit(string Input, int Longest, string Form);

/// <summary>
/// The limits of every type whose name counts, from the services' API references, which
/// https://docs.aws.amazon.com/ lists as API_Create… of each: IAM CreateRole and PutRolePolicy, Step Functions
/// CreateStateMachine, SageMaker Create…, S3 bucket naming rules, and so on.
/// </summary>
internal static class NameLimits
{
    private const string SageMaker = "[a-zA-Z0-9](-*[a-zA-Z0-9])*";

    private const string Iam = @"[\w+=,.@-]+";

    private const string Common = "[a-zA-Z0-9_.-]+";

    public static IReadOnlyDictionary<string, NameLimit> ByType { get; } = new Dictionary<string, NameLimit>
    {
        ["aws:appautoscaling/policy:Policy"] = new("name", 256, Common),
        ["aws:appautoscaling/scheduledAction:ScheduledAction"] = new("name", 1600, Common),
        ["aws:budgets/budget:Budget"] = new("name", 100, @"[^:\\/]+"),
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = new("alarmName", 255, Common),
        ["aws:cloudwatch/dashboard:Dashboard"] = new("dashboardName", 255, "[a-zA-Z0-9_-]+"),
        ["aws:cloudwatch/eventRule:EventRule"] = new("name", 64, Common),
        ["aws:cloudwatch/logGroup:LogGroup"] = new("name", 512, "[a-zA-Z0-9_./#-]+"),
        ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"] = new("policyName", 255, Common),
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = new("name", 255, Common),
        ["aws:costexplorer/anomalyMonitor:AnomalyMonitor"] = new("name", 1024, ".+"),
        ["aws:costexplorer/anomalySubscription:AnomalySubscription"] = new("name", 1024, ".+"),
        ["aws:ec2/securityGroup:SecurityGroup"] = new("name", 255, @"(?!sg-)[a-zA-Z0-9 ._:/()#,@\[\]+=&;{}!$*-]+"),
        ["aws:iam/policy:Policy"] = new("name", 128, Iam),
        ["aws:iam/role:Role"] = new("name", 64, Iam),
        ["aws:iam/rolePolicy:RolePolicy"] = new("name", 128, Iam),
        ["aws:kms/alias:Alias"] = new("name", 256, "alias/(?!aws/)[a-zA-Z0-9/_-]+"),
        ["aws:s3/bucket:Bucket"] = new("bucket", 63, "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]"),
        ["aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration"] = new("name", 64, Common),
        ["aws:sagemaker/domain:Domain"] = new("domainName", 63, SageMaker),
        ["aws:sagemaker/endpoint:Endpoint"] = new("name", 63, SageMaker),
        ["aws:sagemaker/endpointConfiguration:EndpointConfiguration"] = new("name", 63, SageMaker),
        ["aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob"] = new("name", 32, SageMaker),
        ["aws:sagemaker/model:Model"] = new("name", 63, SageMaker),
        ["aws:sagemaker/notebookInstance:NotebookInstance"] = new("name", 63, SageMaker),
        ["aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration"] =
            new("name", 63, SageMaker),
        ["aws:sagemaker/pipeline:Pipeline"] = new("pipelineName", 256, SageMaker),
        ["aws:sagemaker/space:Space"] = new("spaceName", 63, SageMaker),
        ["aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig"] = new("studioLifecycleConfigName", 63, SageMaker),
        ["aws:sagemaker/trainingJob:TrainingJob"] = new("trainingJobName", 63, SageMaker),
        ["aws:sagemaker/userProfile:UserProfile"] = new("userProfileName", 63, SageMaker),
        ["aws:scheduler/schedule:Schedule"] = new("name", 64, Common),
        ["aws:scheduler/scheduleGroup:ScheduleGroup"] = new("name", 64, Common),
        ["aws:sfn/stateMachine:StateMachine"] = new("name", 80, "[a-zA-Z0-9_-]+"),
        ["aws:sns/topic:Topic"] = new("name", 256, "[a-zA-Z0-9_-]+"),
        ["aws-native:sagemaker:InferenceComponent"] = new("inferenceComponentName", 63, SageMaker),
    };
}
