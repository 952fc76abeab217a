using Policies.Workloads;
using static Policies.Workloads.Resources.ViewReading;
using Aws = ResourceViews.Aws.S3;
using Native = ResourceViews.AwsNative.S3;

namespace Policies.S3;

/// <summary>What a lifecycle rule does, to which objects, and when.</summary>
internal sealed record RuleTerms
{
    /// <summary>Where the rule stands.</summary>
    public required PropertyPath Path { get; init; }

    public required Setting<string> Id { get; init; }

    /// <summary>Prefix of the keys it is for; null for all.</summary>
    public required Setting<string> Prefix { get; init; }

    /// <summary>Whether tags or sizes leave out some of the objects of that prefix.</summary>
    public bool IsNarrowed { get; init; }

    /// <summary>How many of the members of its filter are set, of which S3 takes one; none where the filter is not known.</summary>
    public int FilterMembers { get; init; }

    public ImmutableArray<Transition> Transitions { get; init; } = [];

    /// <summary>Days after which it expires objects; not set where it does not, or on a date.</summary>
    public Setting<int?> ExpirationDays { get; init; }

    /// <summary>Whether it expires objects, after days or on a date.</summary>
    public bool Expires { get; init; }

    public bool ExpiresNoncurrent { get; init; }

    public bool AbortsUploads { get; init; }

    public bool RemovesDeleteMarkers { get; init; }

    public static RuleTerms Of(Aws.BucketLifecycleConfigurationRuleProps rule, PropertyPath at)
    {
        var all = rule.Filter.And;
        return new()
        {
            Path = at,
            Id = Setting(rule.Id, at),
            Prefix = First(Setting(rule.Filter.Prefix, at), Setting(rule.Filter.And.Prefix, at), Setting(rule.Prefix, at)),
            IsNarrowed = !rule.Filter.Tag.IsMissing || IsThere(rule.Filter.ObjectSizeGreaterThan) || IsThere(rule.Filter.ObjectSizeLessThan)
                || !all.Tags.IsMissing || IsThere(all.ObjectSizeGreaterThan) || IsThere(all.ObjectSizeLessThan),
            FilterMembers = rule.Filter.IsUnknown ? 0 : Count(
                IsThere(rule.Filter.Prefix), !all.IsMissing, !rule.Filter.Tag.IsMissing,
                IsThere(rule.Filter.ObjectSizeGreaterThan), IsThere(rule.Filter.ObjectSizeLessThan)),
            Transitions = [.. Each(rule.Transitions, (move, to) => new Transition(Setting(move.Days, to), Setting(move.StorageClass, to)), at)],
            ExpirationDays = Setting(rule.Expiration.Days, at),
            Expires = IsThere(rule.Expiration.Days) || IsThere(rule.Expiration.Date),
            ExpiresNoncurrent = !rule.NoncurrentVersionExpiration.IsMissing,
            AbortsUploads = !rule.AbortIncompleteMultipartUpload.IsMissing,
            RemovesDeleteMarkers = rule.Expiration.ExpiredObjectDeleteMarker.Value == true,
        };
    }

    /// <summary>The older type has the same rules.</summary>
    public static RuleTerms Of(Aws.BucketLifecycleConfigurationV2RuleProps rule, PropertyPath at) =>
        Of(Aws.BucketLifecycleConfigurationRuleProps.From(rule.ToProperty()), at);

    public static RuleTerms Of(Aws.BucketLifecycleRuleProps rule, PropertyPath at) => new()
    {
        Path = at,
        Id = Setting(rule.Id, at),
        Prefix = Setting(rule.Prefix, at),
        IsNarrowed = !rule.Tags.IsMissing,
        Transitions = [.. Each(rule.Transitions, (move, to) => new Transition(Setting(move.Days, to), Setting(move.StorageClass, to)), at)],
        ExpirationDays = Setting(rule.Expiration.Days, at),
        Expires = IsThere(rule.Expiration.Days) || IsThere(rule.Expiration.Date),
        ExpiresNoncurrent = !rule.NoncurrentVersionExpiration.IsMissing,
        AbortsUploads = IsThere(rule.AbortIncompleteMultipartUploadDays),
        RemovesDeleteMarkers = rule.Expiration.ExpiredObjectDeleteMarker.Value == true,
    };

    public static RuleTerms Of(Aws.BucketV2LifecycleRuleProps rule, PropertyPath at)
    {
        var expiration = rule.Expirations[0];
        return new()
        {
            Path = at,
            Id = Setting(rule.Id, at),
            Prefix = Setting(rule.Prefix, at),
            IsNarrowed = !rule.Tags.IsMissing,
            Transitions = [.. Each(rule.Transitions, (move, to) => new Transition(Setting(move.Days, to), Setting(move.StorageClass, to)), at)],
            ExpirationDays = new(PathOf(rule.Expirations, at).Element(0).Member("days"), expiration.Days),
            Expires = IsThere(expiration.Days) || IsThere(expiration.Date),
            ExpiresNoncurrent = !rule.NoncurrentVersionExpirations.IsMissing,
            AbortsUploads = IsThere(rule.AbortIncompleteMultipartUploadDays),
            RemovesDeleteMarkers = expiration.ExpiredObjectDeleteMarker.Value == true,
        };
    }

    public static RuleTerms Of(Native.BucketRuleProps rule, PropertyPath at) => new()
    {
        Path = at,
        Id = Setting(rule.Id, at),
        Prefix = Setting(rule.Prefix, at),
        IsNarrowed = !rule.TagFilters.IsMissing || IsThere(rule.ObjectSizeGreaterThan) || IsThere(rule.ObjectSizeLessThan),
        Transitions =
        [
            .. rule.Transition.IsMissing
                ? []
                : (Transition[])[new(Setting(rule.Transition.TransitionInDays, at), Setting(rule.Transition.StorageClass, at))],
            .. Each(rule.Transitions, (move, to) => new Transition(Setting(move.TransitionInDays, to), Setting(move.StorageClass, to)), at),
        ],
        ExpirationDays = Setting(rule.ExpirationInDays, at),
        Expires = IsThere(rule.ExpirationInDays) || IsThere(rule.ExpirationDate),
        ExpiresNoncurrent = !rule.NoncurrentVersionExpiration.IsMissing || IsThere(rule.NoncurrentVersionExpirationInDays),
        AbortsUploads = !rule.AbortIncompleteMultipartUpload.IsMissing,
        RemovesDeleteMarkers = rule.ExpiredObjectDeleteMarker.Value == true,
    };

    /// <summary>What the rule is for, in a message.</summary>
    public string ShownPrefix => string.IsNullOrEmpty(Prefix.Known.Value) ? "the whole bucket" : Prefix.Known.ToString();

    /// <summary>Whether the rule is for every object whose key begins so; false where its own prefix is not known.</summary>
    public bool Covers(string prefix) =>
        !IsNarrowed && !Prefix.Known.IsUnknown && prefix.StartsWith(Prefix.Known.Value ?? "", StringComparison.Ordinal);

    private static Setting<string> First(params ReadOnlySpan<Setting<string>> settings)
    {
        foreach (var setting in settings)
        {
            if (IsThere(setting.Known))
            {
                return setting;
            }
        }

        return settings[0];
    }

    private static int Count(params ReadOnlySpan<bool> members)
    {
        var count = 0;
        foreach (var member in members)
        {
            count += member ? 1 : 0;
        }

        return count;
    }

    private static bool IsThere<T>(Known<T> known) => known is not { IsKnown: true, Value: null };
}

/// <summary>A move of objects to another storage class.</summary>
/// <param name="Days">Days after their creation; not set where it is a date.</param>
/// <param name="Class">The class they move to.</param>
internal readonly record struct Transition(Setting<int?> Days, Setting<string> Class);
