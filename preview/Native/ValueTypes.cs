using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pulumi;
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
    public static void Name()
    {
        OutputMaker.Know<bool>();
        OutputMaker.Know<bool?>();
        OutputMaker.Know<double>();
        OutputMaker.Know<double?>();
        OutputMaker.Know<int>();
        OutputMaker.Know<int?>();
        OutputMaker.Know<string>();
        OutputMaker.Know<ImmutableArray<string>>();
        OutputMaker.Know<Union<string, string>>();
        OutputMaker.Know<Logs.LogGroupClass?>();
        OutputMaker.Know<S3.BucketAbacStatus?>();
        OutputMaker.Know<S3.BucketAccessControl?>();
        OutputMaker.Know<S3.BucketNamespace?>();
        OutputMaker.Know<SageMaker.InferenceComponentStatus>();
        CollectionMaker.Know<string>();
        CollectionMaker.Know<bool>();
        CollectionMaker.Know<double>();
        CollectionMaker.Know<int>();
        CollectionMaker.Know<S3.BucketBlockedEncryptionTypeListItem>();
        CollectionMaker.Know<S3.BucketCorsRuleAllowedMethodsItem>();
        CollectionMaker.Know<S3.BucketInventoryConfigurationOptionalFieldsItem>();
        UnionMaker.Know<string, string>();
    }
}
