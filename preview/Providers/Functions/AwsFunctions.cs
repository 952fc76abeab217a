using System.Collections.Immutable;

namespace Preview.Providers.Functions;

/// <summary>Provider functions whose answers settings give.</summary>
/// <remarks>
/// To a .NET program a result of which any part is unknown is unknown as a whole, so the few parts that no setting tells (who is
/// logged in, ids of zones) have stand-in values where the others matter.
/// </remarks>
internal static class AwsFunctions
{
    /// <summary>Whoever previews is nobody that AWS knows.</summary>
    private const string PreviewUser = "preview";

    private static readonly ImmutableDictionary<string, Func<AwsPlace, PropertyMap, PropertyMap>> Answers =
        new Dictionary<string, Func<AwsPlace, PropertyMap, PropertyMap>>
        {
            ["aws:index/getRegion:getRegion"] = (place, _) => Region(place),
            ["aws:index/getCallerIdentity:getCallerIdentity"] = (place, _) => CallerIdentity(place),
            ["aws:index/getPartition:getPartition"] = (place, _) => ThisPartition(place),
            ["aws:index/getAvailabilityZones:getAvailabilityZones"] = (place, _) => AvailabilityZones(place),
            ["aws:sagemaker/getPrebuiltEcrImage:getPrebuiltEcrImage"] = PrebuiltEcrImage,
            ["aws-native:index:getRegion"] = (place, _) => PropertyMap.Of(("region", place.Region)),
            ["aws-native:index:getAccountId"] = (place, _) => PropertyMap.Of(("accountId", place.AccountId)),
            ["aws-native:index:getPartition"] = (place, _) => NativePartition(place),
        }.ToImmutableDictionary();

    /// <summary>The answer to a function; null where settings do not give it.</summary>
    public static PropertyMap? Answer(string token, PropertyMap arguments, AwsPlace place) =>
        Answers.TryGetValue(token, out var answer) ? answer(place, arguments) : null;

    private static PropertyMap Region(AwsPlace place) => PropertyMap.Of(
        ("id", place.Region),
        ("name", place.Region),
        ("region", place.Region),
        ("description", place.Region),
        ("endpoint", In(place, region => $"ec2.{region}.amazonaws.com")));

    private static PropertyMap CallerIdentity(AwsPlace place) => PropertyMap.Of(
        ("id", place.AccountId),
        ("accountId", place.AccountId),
        ("userId", PreviewUser),
        ("arn", In(place, region => $"arn:{Partition.Of(region).Name}:iam::{place.AccountId}:user/{PreviewUser}")));

    private static PropertyMap ThisPartition(AwsPlace place) => PropertyMap.Of(
        ("id", In(place, region => Partition.Of(region).Name)),
        ("partition", In(place, region => Partition.Of(region).Name)),
        ("dnsSuffix", In(place, region => Partition.Of(region).DnsSuffix)),
        ("reverseDnsPrefix", In(place, region => Partition.Of(region).ReverseDnsPrefix)));

    private static PropertyMap NativePartition(AwsPlace place) => PropertyMap.Of(
        ("partition", In(place, region => Partition.Of(region).Name)),
        ("dnsSuffix", In(place, region => Partition.Of(region).DnsSuffix)));

    /// <summary>The three zones that every region has; larger regions have more.</summary>
    private static PropertyMap AvailabilityZones(AwsPlace place) => PropertyMap.Of(
        ("id", place.Region),
        ("region", place.Region),
        ("groupNames", new[] { place.Region }),
        ("names", place.Region.IsUnknown ? PropertyValue.Unknown : (object)ZoneNames(place.Region.AsString()!)),
        ("zoneIds", new[] { "az1", "az2", "az3" }));

    private static string[] ZoneNames(string region) => [$"{region}a", $"{region}b", $"{region}c"];

    /// <summary>The registry that holds an image differs by region and image, in a list that AWS keeps: not known here.</summary>
    private static PropertyMap PrebuiltEcrImage(AwsPlace place, PropertyMap arguments) => PropertyMap.Of(
        ("id", PropertyValue.Unknown),
        ("region", place.Region),
        ("repositoryName", arguments["repositoryName"]),
        ("registryId", PropertyValue.Unknown),
        ("registryPath", PropertyValue.Unknown));

    private static PropertyValue In(AwsPlace place, Func<string, string> text) =>
        place.Region.AsString() is { } region ? PropertyValue.Of(text(region)) : PropertyValue.Unknown;
}
