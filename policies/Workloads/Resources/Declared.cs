using ResourceViews.AwsNative;

namespace Policies.Workloads.Resources;

/// <summary>What a resource's tags declare about its model.</summary>
internal static class Declared
{
    /// <summary>By the tags of an aws resource, or by its provider's default tags.</summary>
    public static ModelTags By(KnownMap<string> tags, KnownMap<string> tagsAll) =>
        ModelTags.From(key => tags[key]).Or(ModelTags.From(key => tagsAll[key]));

    /// <summary>By the tags of an aws-native resource.</summary>
    public static ModelTags By(ViewList<TagProps> tags) => By(tags, tag => (tag.Key, tag.Value));

    /// <inheritdoc cref="By(ViewList{TagProps})"/>
    public static ModelTags By(ViewList<CreateOnlyTagProps> tags) => By(tags, tag => (tag.Key, tag.Value));

    private static ModelTags By<TTag>(ViewList<TTag> tags, Func<TTag, (Known<string> Key, Known<string> Value)> read)
        where TTag : struct, IPropertyView<TTag> => ModelTags.From(key =>
    {
        foreach (var tag in tags)
        {
            var (name, value) = read(tag);
            if (name.Value == key)
            {
                return value;
            }
        }

        return tags.IsUnknown ? Known<string>.Unknown : default;
    });
}
