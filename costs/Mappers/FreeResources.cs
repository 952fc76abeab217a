namespace Costs.Mappers;

/// <summary>Types that AWS charges nothing for by themselves, and why: what they cost, if anything, is on another line.</summary>
internal static class FreeResources
{
    private const string Metadata = "SageMaker charges nothing for it; what uses it is billed";
    private const string OnEndpoint = "billed through the endpoint that uses it";
    private const string OnBucket = "a setting of its bucket; what it does to the cost is counted there";
    private const string Identity = "IAM is free";
    private const string Network = "free by itself; traffic and gateways are billed";
    private const string Permission = "a permission is free";
    private const string Governance = "free; it watches what others cost";
    private const string Settings = "a setting, free by itself";

    private static readonly Dictionary<string, string> Reasons = new(Pairs(), StringComparer.Ordinal);

    public static IEnumerable<string> Types => Reasons.Keys;

    /// <summary>Null where the type is not known to be free.</summary>
    public static string? Because(string type) =>
        Reasons.GetValueOrDefault(type)
        ?? (type.StartsWith("random:", StringComparison.Ordinal) || type.StartsWith("tls:", StringComparison.Ordinal)
            || type.StartsWith("pulumi:", StringComparison.Ordinal)
            ? "exists only in the stack's state"
            : null);

    private static IEnumerable<KeyValuePair<string, string>> Pairs() =>
    [
        .. Each(OnEndpoint,
            "aws:sagemaker/endpointConfiguration:EndpointConfiguration", "aws-native:sagemaker:EndpointConfig",
            "aws-native:sagemaker:InferenceComponent", "aws:appautoscaling/target:Target",
            "aws:appautoscaling/policy:Policy", "aws:appautoscaling/scheduledAction:ScheduledAction",
            "aws-native:applicationautoscaling:ScalableTarget", "aws-native:applicationautoscaling:ScalingPolicy"),
        .. Each(Metadata,
            "aws:sagemaker/model:Model", "aws-native:sagemaker:Model", "aws:sagemaker/algorithm:Algorithm",
            "aws-native:sagemaker:Algorithm", "aws:sagemaker/appImageConfig:AppImageConfig",
            "aws-native:sagemaker:AppImageConfig", "aws:sagemaker/codeRepository:CodeRepository",
            "aws:sagemaker/image:Image", "aws-native:sagemaker:Image", "aws:sagemaker/imageVersion:ImageVersion",
            "aws-native:sagemaker:ImageVersion", "aws:sagemaker/modelCard:ModelCard", "aws-native:sagemaker:ModelCard",
            "aws-native:sagemaker:ModelPackage", "aws:sagemaker/modelPackageGroup:ModelPackageGroup",
            "aws-native:sagemaker:ModelPackageGroup", "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy",
            "aws:sagemaker/notebookInstanceLifecycleConfiguration:NotebookInstanceLifecycleConfiguration",
            "aws:sagemaker/studioLifecycleConfig:StudioLifecycleConfig", "aws-native:sagemaker:StudioLifecycleConfig",
            "aws:sagemaker/userProfile:UserProfile", "aws-native:sagemaker:UserProfile",
            "aws:sagemaker/dataQualityJobDefinition:DataQualityJobDefinition",
            "aws-native:sagemaker:DataQualityJobDefinition", "aws-native:sagemaker:ModelBiasJobDefinition",
            "aws-native:sagemaker:ModelExplainabilityJobDefinition", "aws-native:sagemaker:ModelQualityJobDefinition",
            "aws-native:sagemaker:Experiment", "aws-native:sagemaker:TrialComponent",
            "aws-native:sagemaker:ExperimentTrialComponent", "aws-native:sagemaker:Action",
            "aws-native:sagemaker:Artifact", "aws-native:sagemaker:Context", "aws:sagemaker/project:Project",
            "aws-native:sagemaker:Project", "aws:sagemaker/hub:Hub", "aws-native:sagemaker:Hub"),
        .. Each(OnBucket,
            "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
            "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
            "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
            "aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2",
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
            "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "aws:s3/bucketPolicy:BucketPolicy",
            "aws-native:s3:BucketPolicy", "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
            "aws:s3/bucketCorsConfigurationV2:BucketCorsConfigurationV2", "aws:s3/bucketLogging:BucketLogging",
            "aws:s3/bucketLoggingV2:BucketLoggingV2", "aws:s3/bucketNotification:BucketNotification",
            "aws:s3/bucketObjectv2:BucketObjectv2"),
        .. Each(Identity,
            "aws:iam/role:Role", "aws:iam/policy:Policy", "aws:iam/rolePolicy:RolePolicy",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:iam/instanceProfile:InstanceProfile",
            "aws:iam/serviceLinkedRole:ServiceLinkedRole", "aws-native:iam:Role", "aws-native:iam:RolePolicy",
            "aws-native:iam:ManagedPolicy"),
        .. Each(Network,
            "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/route:Route", "aws:ec2/routeTable:RouteTable",
            "aws:ec2/routeTableAssociation:RouteTableAssociation", "aws:ec2/internetGateway:InternetGateway",
            "aws:ec2/securityGroup:SecurityGroup", "aws:ec2/securityGroupRule:SecurityGroupRule",
            "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation",
            "aws:ec2/launchTemplate:LaunchTemplate", "aws-native:ec2:Vpc", "aws-native:ec2:Subnet"),
        .. Each(Permission,
            "aws:lambda/permission:Permission", "aws:sns/topicPolicy:TopicPolicy", "aws:sqs/queuePolicy:QueuePolicy",
            "aws:kms/keyPolicy:KeyPolicy", "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
            "aws:cloudwatch/eventBusPolicy:EventBusPolicy", "aws:cloudwatch/eventPermission:EventPermission"),
        .. Each(Governance,
            "aws:budgets/budget:Budget", "aws:costexplorer/anomalyMonitor:AnomalyMonitor",
            "aws:costexplorer/anomalySubscription:AnomalySubscription",
            "aws:costexplorer/costAllocationTag:CostAllocationTag", "aws:costexplorer/costCategory:CostCategory",
            "aws-native:ce:AnomalyMonitor", "aws-native:ce:AnomalySubscription", "aws-native:ce:CostCategory",
            "aws:servicequotas/serviceQuota:ServiceQuota", "aws:servicequotas/template:Template",
            "aws:servicequotas/templateAssociation:TemplateAssociation"),
        .. Each(Settings,
            "aws:kms/alias:Alias", "aws-native:kms:Alias", "aws:sns/topicSubscription:TopicSubscription",
            "aws-native:sns:Subscription", "aws:scheduler/scheduleGroup:ScheduleGroup",
            "aws-native:scheduler:ScheduleGroup", "aws:cloudwatch/eventRule:EventRule",
            "aws:cloudwatch/eventTarget:EventTarget", "aws:cloudwatch/logStream:LogStream",
            "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter",
            "aws:cloudwatch/queryDefinition:QueryDefinition", "aws:ecr/lifecyclePolicy:LifecyclePolicy",
            "aws:sfn/alias:Alias", "aws:sfn/activity:Activity", "aws-native:stepfunctions:Activity",
            "aws-native:stepfunctions:StateMachineAlias", "aws-native:stepfunctions:StateMachineVersion"),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Each(string reason, params string[] types) =>
        types.Select(type => KeyValuePair.Create(type, reason));
}
