using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Pulumi.Serialization;
using Logs = Pulumi.AwsNative.Logs;
using S3 = Pulumi.AwsNative.S3;
using SageMaker = Pulumi.AwsNative.SageMaker;

namespace Preview.Native;

/// <summary>
/// The value types of outputs. Generic code is compiled once for all classes, but for each value type by itself, and only where it is
/// named; the SDK asks for it by reflection. A test holds this list to the packages.
/// </summary>
internal static class ValueTypes
{
    [ModuleInitializer]
    [DynamicDependency(All, typeof(OutputMaker.Maker<bool>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<bool?>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<double>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<double?>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<int>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<int?>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<string>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<ImmutableArray<string>>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<Logs.LogGroupClass?>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<S3.BucketAbacStatus?>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<S3.BucketAccessControl?>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<S3.BucketNamespace?>))]
    [DynamicDependency(All, typeof(OutputMaker.Maker<SageMaker.InferenceComponentStatus>))]
    [DynamicDependency(All, typeof(CollectionMaker.Maker<string>))]
    [DynamicDependency(All, typeof(CollectionMaker.Maker<bool>))]
    [DynamicDependency(All, typeof(CollectionMaker.Maker<double>))]
    [DynamicDependency(All, typeof(CollectionMaker.Maker<int>))]
    [DynamicDependency(All, typeof(CollectionMaker.Maker<S3.BucketBlockedEncryptionTypeListItem>))]
    [DynamicDependency(All, typeof(CollectionMaker.Maker<S3.BucketCorsRuleAllowedMethodsItem>))]
    [DynamicDependency(All, typeof(CollectionMaker.Maker<S3.BucketInventoryConfigurationOptionalFieldsItem>))]
    [DynamicDependency(All, typeof(UnionMaker.Maker<string, string>))]
    public static void Keep()
    {
    }

    private const DynamicallyAccessedMemberTypes All = DynamicallyAccessedMemberTypes.All;
}
