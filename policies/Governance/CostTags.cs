using System.Collections.Frozen;
using Policies.Packs;
using ResourceViews.Aws.S3;
using ResourceViews.AwsNative;
using AwsTypes = ResourceViews.Aws.TaggedTypes;
using NativeTypes = ResourceViews.AwsNative.TaggedTypes;

namespace Policies.Governance;

/// <summary>Whatever costs money says whose it is: without tags a bill cannot be divided.</summary>
/// <remarks>https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html</remarks>
internal sealed class CostTags : ResourcePolicy
{
    private const string Required = "requiredTags";
    private const string Values = "values";

    private static readonly FrozenDictionary<string, (string Property, bool IsList)> Types =
        AwsTypes.All.Concat(NativeTypes.All).ToFrozenDictionary(tagged => tagged.Type, tagged => (tagged.Property, tagged.IsList));

    public override PolicyInfo Info { get; } = new()
    {
        Name = "cost-tags",
        DisplayName = "Resources carry cost tags",
        Description = "Every resource that takes tags carries those by which costs are divided.",
        Severity = Severity.Medium,
        Remediation = "Add the tags to the resource, or to the default tags of its provider. With the level remediate those that the setting "
            + $"{Values} names are added.",
        Url = PolicyPages.Of("cost-tags"),
        Tags = ["cost", "governance"],
        Config = new(
            PolicySetting.Texts(Required, "Keys of the tags that must be there.", "team", "environment", "cost-category", "component"),
            new(Values, PropertyMap.Of(
                ("type", "object"),
                ("description", "Values by key that remediation gives to missing tags."),
                ("default", PropertyMap.Empty),
                ("additionalProperties", PropertyMap.Of(("type", "string")))))),
    };

    public override IReadOnlyCollection<string> ResourceTypes => Types.Keys;

    public override bool CanRemediate => true;

    public override Verdict Check(ResourceContext context)
    {
        var (property, _) = Types[context.Resource.Type];
        var tags = Tags.Of(context.Resource, Types[context.Resource.Type]);
        var missing = Missing(tags, context.Config);
        return missing.Count == 0 ? Verdict.Compliant
            : tags.MayHaveMore ? Verdict.Unknown(property)
            : Verdict.Violation($"{context.Resource.Name}: {property} has no {string.Join(", ", missing)}. Add "
                + $"{(missing.Count == 1 ? "it" : "them")}, here or in the default tags of the provider.");
    }

    public override PropertyMap? Remediate(ResourceContext context)
    {
        var (resource, shape) = (context.Resource, Types[context.Resource.Type]);
        var tags = Tags.Of(resource, shape);
        var values = context.Config[Values].Members;
        (string Key, string Value)[] added =
        [
            .. from key in Missing(tags, context.Config)
               where values[key].AsString() is not null
               select (key, values[key].AsString()!),
        ];
        return added.Length == 0 || tags.MayHaveMore ? null : resource.Inputs.With(shape.Property, tags.With(added));
    }

    private static List<string> Missing(Tags tags, PolicyConfig config)
    {
        var missing = new List<string>();
        foreach (var key in config[Required].Items)
        {
            if (key.AsString() is { } wanted && !tags.Has(wanted))
            {
                missing.Add(wanted);
            }
        }

        return missing;
    }

    /// <summary>The tags of a resource, a map in <c>aws</c> and a list of keys and values in <c>aws-native</c>.</summary>
    private readonly record struct Tags(PropertyValue Declared, PropertyValue Effective, bool IsList)
    {
        /// <summary>With the provider's default tags, which every type of <c>aws</c> that takes tags shows in the same property.</summary>
        public static Tags Of(PolicyResource resource, (string Property, bool IsList) shape) =>
            new(resource.Inputs[shape.Property], BucketProps.From(resource.InputsValue).TagsAll.Value, shape.IsList);

        /// <summary>Whether tags that are not known before deployment may hold what seems to be missing.</summary>
        public bool MayHaveMore => Declared.IsUnknown || Effective.IsUnknown || (IsList && Listed.Any(tag => tag.Key.IsUnknown));

        private ViewList<TagProps> Listed => ViewList<TagProps>.From(Declared);

        public bool Has(string key) => IsList
            ? Listed.Any(tag => tag.Key.Value == key)
            : !Declared.Members[key].IsMissing || !Effective.Members[key].IsMissing;

        public PropertyValue With(IReadOnlyList<(string Key, string Value)> added)
        {
            if (IsList)
            {
                ViewList<TagProps> listed = [.. Listed, .. added.Select(tag => new TagProps { Key = tag.Key, Value = tag.Value })];
                return listed.Value;
            }

            var map = Declared.Members;
            foreach (var (key, value) in added)
            {
                map = map.With(key, PropertyValue.Of(value));
            }

            return PropertyValue.FromMap(map);
        }
    }
}
