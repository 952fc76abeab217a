using Costs.Mappers.Compute;
using Costs.Mappers.Network;
using Costs.Mappers.Observability;
using Costs.Mappers.Orchestration;
using Costs.Mappers.S3;
using Costs.Mappers.SageMaker;
using Costs.Mappers.SageMaker.Hosting;
using Costs.Mappers.SageMaker.Jobs;
using Costs.Usage;

namespace Costs.Mappers;

/// <summary>All mappers, by the types they map.</summary>
internal static class MapperIndex
{
    public static ImmutableArray<ResourceMapper> All { get; } =
    [
        new EndpointMapper(),
        new TrainingJobMapper(),
        new TuningJobMapper(),
        new ProcessingJobMapper(),
        new PipelineMapper(),
        new MonitoringScheduleMapper(),
        new NotebookInstanceMapper(),
        new NativeNotebookInstanceMapper(),
        new StudioAppMapper(),
        new StudioSpaceMapper(),
        new StudioDomainMapper(),
        new ClusterMapper(),
        new BucketMapper(),
        new KmsKeyMapper(),
        new LogGroupMapper(),
        new MetricAlarmMapper(),
        new NativeAlarmMapper(),
        new CompositeAlarmMapper(),
        new DashboardMapper(),
        new SnsTopicMapper(),
        new StateMachineMapper(),
        new NativeStateMachineMapper(),
        new ScheduleMapper(),
        new BudgetActionMapper(),
        new SavingsPlanMapper(),
        new NatGatewayMapper(),
        new VpcEndpointMapper(),
        new ElasticIpMapper(),
        new Ec2InstanceMapper(),
        new EbsVolumeMapper(),
        new FileSystemMapper(),
        new RepositoryMapper(),
        new FunctionMapper(),
    ];

    private static readonly Dictionary<string, ResourceMapper> ByType = (
        from mapper in All
        from type in mapper.ResourceTypes
        select KeyValuePair.Create(type, mapper)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Every usage key that any mapper asks for.</summary>
    public static ImmutableArray<UsageKey> UsageKeys { get; } =
        [.. All.SelectMany(mapper => mapper.Usage).Select(setting => setting.Key).Distinct()];

    public static ImmutableArray<UsageKey> PrefixUsageKeys { get; } =
        [.. All.SelectMany(mapper => mapper.PrefixUsage).Select(setting => setting.Key).Distinct()];

    public static IEnumerable<string> Types => ByType.Keys;

    public static ResourceMapper? Find(string type) => ByType.GetValueOrDefault(type);
}
