using ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Costs.Mappers.S3;

/// <summary>Reads lifecycle rules from each of the places they can be written in.</summary>
internal static class BucketRules
{
    private const string Enabled = "Enabled";

    /// <summary>Of a lifecycle configuration; the deprecated V2 resource has the same properties.</summary>
    public static IEnumerable<LifecycleRule> Of(BucketLifecycleConfigurationProps configuration)
    {
        if (configuration.Rules.IsUnknown)
        {
            yield return new() { NotKnown = "rules" };
        }

        foreach (var rule in configuration.Rules)
        {
            if (rule.Status.Value != Enabled && rule.Status.IsKnown)
            {
                continue;
            }

            var (filter, both) = (rule.Filter, rule.Filter.And);
            yield return new()
            {
                Prefix = both.Prefix.Value ?? filter.Prefix.Value ?? rule.Prefix.Value ?? "",
                HasTagFilter = !filter.Tag.IsMissing || !both.Tags.IsMissing,
                LargerThan = both.ObjectSizeGreaterThan.Value ?? filter.ObjectSizeGreaterThan.Value,
                SmallerThan = both.ObjectSizeLessThan.Value ?? filter.ObjectSizeLessThan.Value,
                ExpireAfterDays = rule.Expiration.Days.Value,
                NoncurrentExpireAfterDays = rule.NoncurrentVersionExpiration.NoncurrentDays.Value,
                Transitions = Transitions(rule.Transitions.Value),
                NotKnown = Unknown(
                    rule.Status.ToProperty(), filter.Value, rule.Expiration.Value, rule.Transitions.Value,
                    rule.NoncurrentVersionExpiration.Value),
            };
        }
    }

    /// <summary>Of the rules inside of a bucket.</summary>
    public static IEnumerable<LifecycleRule> Of(BucketProps bucket)
    {
        if (bucket.LifecycleRules.IsUnknown)
        {
            yield return new() { NotKnown = "lifecycleRules" };
        }

        foreach (var rule in bucket.LifecycleRules)
        {
            if (rule.Enabled.Value == false)
            {
                continue;
            }

            yield return new()
            {
                Prefix = rule.Prefix.Value ?? "",
                HasTagFilter = !rule.Tags.IsMissing,
                ExpireAfterDays = rule.Expiration.Days.Value,
                NoncurrentExpireAfterDays = rule.NoncurrentVersionExpiration.Days.Value,
                Transitions = Transitions(rule.Transitions.Value),
                NotKnown = Unknown(
                    rule.Prefix.ToProperty(), rule.Expiration.Value, rule.Transitions.Value, rule.NoncurrentVersionExpiration.Value),
            };
        }
    }

    /// <summary>Of the rules inside of a bucket of the deprecated V2 resource, which has a list where there can be only one.</summary>
    public static IEnumerable<LifecycleRule> Of(BucketV2Props bucket)
    {
        if (bucket.LifecycleRules.IsUnknown)
        {
            yield return new() { NotKnown = "lifecycleRules" };
        }

        foreach (var rule in bucket.LifecycleRules)
        {
            if (rule.Enabled.Value == false)
            {
                continue;
            }

            yield return new()
            {
                Prefix = rule.Prefix.Value ?? "",
                HasTagFilter = !rule.Tags.IsMissing,
                ExpireAfterDays = rule.Expirations[0].Days.Value,
                NoncurrentExpireAfterDays = rule.NoncurrentVersionExpirations[0].Days.Value,
                Transitions = Transitions(rule.Transitions.Value),
                NotKnown = Unknown(
                    rule.Prefix.ToProperty(), rule.Expirations.Value, rule.Transitions.Value,
                    rule.NoncurrentVersionExpirations.Value),
            };
        }
    }

    /// <summary>Of a bucket of aws-native.</summary>
    public static IEnumerable<LifecycleRule> Of(Native.BucketProps bucket)
    {
        var rules = bucket.LifecycleConfiguration.Rules;
        if (rules.IsUnknown)
        {
            yield return new() { NotKnown = "lifecycleConfiguration.rules" };
        }

        foreach (var rule in rules)
        {
            if (rule.Status.Value != Enabled && rule.Status.IsKnown)
            {
                continue;
            }

            yield return new()
            {
                Prefix = rule.Prefix.Value ?? "",
                HasTagFilter = rule.TagFilters.Count > 0,
                LargerThan = Bytes(rule.ObjectSizeGreaterThan),
                SmallerThan = Bytes(rule.ObjectSizeLessThan),
                ExpireAfterDays = rule.ExpirationInDays.Value,
                NoncurrentExpireAfterDays =
                    rule.NoncurrentVersionExpiration.NoncurrentDays.Value ?? rule.NoncurrentVersionExpirationInDays.Value,
                Transitions = NativeTransitions(rule),
                NotKnown = Unknown(
                    rule.Status.ToProperty(), rule.Prefix.ToProperty(), rule.ExpirationInDays.ToProperty(), rule.Transitions.Value,
                    rule.Transition.Value, rule.NoncurrentVersionExpiration.Value),
            };
        }
    }

    private static ImmutableArray<Transition> Transitions(PropertyValue transitions)
    {
        var read = ImmutableArray.CreateBuilder<Transition>();
        foreach (var item in transitions.Items)
        {
            var transition = BucketLifecycleConfigurationRuleTransitionProps.From(item);
            if (transition is { Date.IsSet: false, StorageClass.Value: { } storageClass })
            {
                read.Add(new(transition.Days.Value ?? 0, storageClass));
            }
        }

        return read.ToImmutable();
    }

    private static ImmutableArray<Transition> NativeTransitions(Native.BucketRuleProps rule)
    {
        var read = ImmutableArray.CreateBuilder<Transition>();
        foreach (var transition in rule.Transitions)
        {
            Add(transition);
        }

        Add(rule.Transition);
        return read.ToImmutable();

        void Add(Native.BucketTransitionProps transition)
        {
            if (transition is { TransitionDate.IsSet: false, StorageClass.Value: { } storageClass })
            {
                read.Add(new(transition.TransitionInDays.Value ?? 0, storageClass));
            }
        }
    }

    private static long? Bytes(Known<string> text) =>
        long.TryParse(text.Value, System.Globalization.CultureInfo.InvariantCulture, out var bytes) ? bytes : null;

    private static string? Unknown(params ReadOnlySpan<PropertyValue> deciding)
    {
        foreach (var value in deciding)
        {
            if (value.ContainsUnknown())
            {
                return "a lifecycle rule";
            }
        }

        return null;
    }
}
