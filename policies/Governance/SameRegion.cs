using System.Text.RegularExpressions;
using Policies.Packs;
using Policies.S3;
using Policies.Workloads;
using Policies.Workloads.Resources;
using ResourceViews.Aws.Sagemaker;
using NativeStateMachine = ResourceViews.AwsNative.StepFunctions.StateMachineProps;
using StateMachine = ResourceViews.Aws.Sfn.StateMachineProps;

namespace Policies.Governance;

/// <summary>Data stays in its Region: every byte between two Regions is billed, and SageMaker takes images and models from its own only.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerDefinition.html</remarks>
internal sealed partial class SameRegion : StackPolicy
{
    private static readonly string[] Modules = ["aws:sagemaker/", "aws-native:sagemaker:"];
    private static readonly string[] Definitions = [.. StateMachine.ResourceTypes, .. NativeStateMachine.ResourceTypes];

    public override PolicyInfo Info { get; } = new()
    {
        Name = "same-region",
        DisplayName = "Data and images are in the same Region",
        Description = "What runs in SageMaker takes its data and images from its own Region.",
        Severity = Severity.Low,
        Remediation = "Use a bucket, and a copy of the image, in the Region that the message names.",
        Url = PolicyPages.Of("same-region"),
        Tags = ["sagemaker", "cost", "data-transfer"],
        Config = new(),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var buckets = StackStorage.Of(context).Buckets;
        var byName = buckets.Where(bucket => bucket.Name.IsSet).ToLookup(bucket => bucket.Name.Value!);
        var byUrn = buckets.ToLookup(bucket => bucket.Resource.Urn);
        return
        [
            .. from resource in context.Resources
               where IsLookedAt(resource.Type)
               let home = RegionOf(resource)
               where home is not { IsKnown: true, Value: null }
               from verdict in Judge(resource, home, byName, byUrn).Distinct()
               where !verdict.IsCompliant
               select new ResourceVerdict(resource, verdict),
        ];
    }

    private static bool IsLookedAt(string type) =>
        Array.Exists(Modules, module => type.StartsWith(module, StringComparison.Ordinal)) || Definitions.Contains(type);

    private static IEnumerable<Verdict> Judge(
        PolicyResource resource, Known<string> home, ILookup<string, StackBucket> byName, ILookup<string, StackBucket> byUrn)
    {
        foreach (var (name, value) in resource.Inputs)
        {
            var sources = resource.PropertyDependencies.GetValueOrDefault(name, []).SelectMany(urn => byUrn[urn]).ToArray();
            foreach (var (path, text) in Texts(value, PropertyPath.Of(name)))
            {
                if (text.IsUnknown)
                {
                    // The bucket may have given something else than the place of the data, so this proves nothing yet.
                    yield return sources.Any(bucket => Differ(RegionOf(bucket.Resource), home) != false)
                        ? Verdict.Unknown(path.ToString())
                        : Verdict.Compliant;
                    continue;
                }

                foreach (var (place, region) in PlacesIn(text.Value!, byName))
                {
                    yield return Differ(region, home) switch
                    {
                        false => Verdict.Compliant,
                        null => Verdict.Unknown(RegionIn(resource.InputsValue).Path.ToString()),
                        true => Verdict.Violation(
                            $"{resource.Name}: {path} names {(text.IsSecret ? "something in another Region" : $"{place}, which is in {region}")}, and "
                            + $"{resource.Name} is in {home}: what goes between Regions is billed by the gigabyte, and SageMaker may refuse it. "
                            + $"Use one in {home}."),
                    };
                }
            }
        }
    }

    /// <summary>The Region of a resource, or that of its provider; not set where the environment decides.</summary>
    private static Known<string> RegionOf(PolicyResource resource) =>
        RegionIn(resource.InputsValue).Known is var own && own is not { IsKnown: true, Value: null }
            ? own
            : resource.Provider is { } provider ? RegionIn(PropertyValue.FromMap(provider.Properties)).Known : default;

    /// <summary>Every resource and provider of <c>aws</c> has it in the same property.</summary>
    private static Setting<string> RegionIn(PropertyValue properties)
    {
        var view = ModelProps.From(properties);
        return ViewReading.Setting(view.Region);
    }

    /// <summary>Whether two Regions are not the same; null where one is not known before deployment, false where one is not said.</summary>
    private static bool? Differ(Known<string> one, Known<string> other) =>
        one.IsUnknown || other.IsUnknown ? null : one.IsSet && other.IsSet && one.Value != other.Value;

    /// <summary>Every text in a value, however deep.</summary>
    private static List<(PropertyPath Path, Known<string> Text)> Texts(PropertyValue value, PropertyPath path)
    {
        var at = value.IsSecret ? path.Hidden() : path;
        switch (value.Kind)
        {
            case PropertyKind.String or PropertyKind.Unknown:
                return [(at, Known.Text(value))];
            case PropertyKind.Object:
                var members = new List<(PropertyPath, Known<string>)>();
                foreach (var (name, member) in value.Members)
                {
                    members.AddRange(Texts(member, at.Named(name)));
                }

                return members;
            case PropertyKind.List:
                var items = new List<(PropertyPath, Known<string>)>();
                var index = 0;
                foreach (var item in value.Items)
                {
                    items.AddRange(Texts(item, at.Element(index++)));
                }

                return items;
            default:
                return [];
        }
    }

    /// <summary>The images and buckets that a text names, with their Regions; a definition is a text that names many.</summary>
    private static IEnumerable<(string Place, Known<string> Region)> PlacesIn(string text, ILookup<string, StackBucket> byName) =>
    [
        .. from Match match in WithRegion().Matches(text)
           select (match.Value, (Known<string>)match.Groups["region"].Value),
        .. from Match match in Bucket().Matches(text)
           from bucket in byName[match.Groups["bucket"].Value]
           select (match.Value, RegionOf(bucket.Resource)),
    ];

    /// <summary>An image in ECR, or an object by its https address.</summary>
    [GeneratedRegex(
        @"(\b\d{12}\.dkr\.ecr(-fips)?\.|https://([\w.-]+\.)?s3[.-])(?<region>[a-z]{2}(-[a-z]+)+-\d)\.amazonaws\.com(\.cn)?(/[\w./-]+)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex WithRegion();

    [GeneratedRegex(@"s3://(?<bucket>[a-z0-9][a-z0-9.-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Bucket();
}
