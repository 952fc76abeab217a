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

    /// <summary>Whether it certainly is for objects with some tags only.</summary>
    public bool HasTags { get; init; }

    /// <summary>How many of the members of its filter are set, of which S3 takes one; none where the filter is not known.</summary>
    public int FilterMembers { get; init; }

    /// <summary>Whether it has a filter and, beside it, the prefix that rules had before there were filters.</summary>
    public bool HasPrefixBesideFilter { get; init; }

    public ImmutableArray<Transition> Transitions { get; init; } = [];

    /// <summary>Moves of versions that are no longer current; their days count from then on.</summary>
    public ImmutableArray<Transition> NoncurrentTransitions { get; init; } = [];

    /// <summary>Days after which it expires objects; not set where it does not, or on a date.</summary>
    public Setting<int?> ExpirationDays { get; init; }

    /// <summary>Days after which it expires versions that are no longer current; not set where it does not.</summary>
    public Setting<int?> NoncurrentExpirationDays { get; init; }

    /// <summary>Whether it expires objects, after days or on a date.</summary>
    public bool Expires { get; init; }

    public bool ExpiresNoncurrent { get; init; }

    public bool AbortsUploads { get; init; }

    /// <summary>Whether it removes delete markers behind which nothing is left; null where that is not known before deployment.</summary>
    public bool? RemovesDeleteMarkers { get; init; }

    /// <summary>Whether it expires or moves objects, beyond what multipart uploads left behind; true where it may.</summary>
    public bool FreesStorage =>
        Expires || ExpiresNoncurrent || RemovesDeleteMarkers != false || !Transitions.IsEmpty || !NoncurrentTransitions.IsEmpty;

    /// <summary>Whether it has an action at all.</summary>
    public bool DoesSomething => FreesStorage || AbortsUploads;

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
            HasTags = rule.Filter.Tag is { IsMissing: false, IsUnknown: false } || all.Tags.Count > 0,
            FilterMembers = rule.Filter.IsUnknown ? 0 : Count(
                IsThere(rule.Filter.Prefix), !all.IsMissing, !rule.Filter.Tag.IsMissing,
                IsThere(rule.Filter.ObjectSizeGreaterThan), IsThere(rule.Filter.ObjectSizeLessThan)),
            HasPrefixBesideFilter = rule.Prefix.Value is { Length: > 0 } && !rule.Filter.IsMissing && !rule.Filter.IsUnknown,
            Transitions = [.. Each(rule.Transitions, (move, to) => Moved(Setting(move.Days, to), Setting(move.StorageClass, to), move.Date), at)],
            NoncurrentTransitions =
            [
                .. Each(
                    rule.NoncurrentVersionTransitions,
                    (move, to) => new Transition(Setting(move.NoncurrentDays, to), Setting(move.StorageClass, to)),
                    at),
            ],
            ExpirationDays = Setting(rule.Expiration.Days, at),
            NoncurrentExpirationDays = Setting(rule.NoncurrentVersionExpiration.NoncurrentDays, at),
            Expires = IsThere(rule.Expiration.Days) || IsThere(rule.Expiration.Date),
            ExpiresNoncurrent = !rule.NoncurrentVersionExpiration.IsMissing,
            AbortsUploads = !rule.AbortIncompleteMultipartUpload.IsMissing,
            RemovesDeleteMarkers = IsOn(rule.Expiration.ExpiredObjectDeleteMarker),
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
        HasTags = rule.Tags.Count > 0,
        Transitions = [.. Each(rule.Transitions, (move, to) => Moved(Setting(move.Days, to), Setting(move.StorageClass, to), move.Date), at)],
        NoncurrentTransitions =
            [.. Each(rule.NoncurrentVersionTransitions, (move, to) => new Transition(Setting(move.Days, to), Setting(move.StorageClass, to)), at)],
        ExpirationDays = Setting(rule.Expiration.Days, at),
        NoncurrentExpirationDays = Setting(rule.NoncurrentVersionExpiration.Days, at),
        Expires = IsThere(rule.Expiration.Days) || IsThere(rule.Expiration.Date),
        ExpiresNoncurrent = !rule.NoncurrentVersionExpiration.IsMissing,
        AbortsUploads = IsThere(rule.AbortIncompleteMultipartUploadDays),
        RemovesDeleteMarkers = IsOn(rule.Expiration.ExpiredObjectDeleteMarker),
    };

    public static RuleTerms Of(Aws.BucketV2LifecycleRuleProps rule, PropertyPath at)
    {
        // The older type has lists where there can be only one.
        var (expiration, noncurrent) = (rule.Expirations[0], rule.NoncurrentVersionExpirations[0]);
        return new()
        {
            Path = at,
            Id = Setting(rule.Id, at),
            Prefix = Setting(rule.Prefix, at),
            IsNarrowed = !rule.Tags.IsMissing,
            HasTags = rule.Tags.Count > 0,
            Transitions = [.. Each(rule.Transitions, (move, to) => Moved(Setting(move.Days, to), Setting(move.StorageClass, to), move.Date), at)],
            NoncurrentTransitions =
            [
                .. Each(
                    rule.NoncurrentVersionTransitions, (move, to) => new Transition(Setting(move.Days, to), Setting(move.StorageClass, to)), at),
            ],
            ExpirationDays = Setting(expiration.Days, PathOf(rule.Expirations, at).Element(0)),
            NoncurrentExpirationDays = Setting(noncurrent.Days, PathOf(rule.NoncurrentVersionExpirations, at).Element(0)),
            Expires = IsThere(expiration.Days) || IsThere(expiration.Date),
            ExpiresNoncurrent = !rule.NoncurrentVersionExpirations.IsMissing,
            AbortsUploads = IsThere(rule.AbortIncompleteMultipartUploadDays),
            RemovesDeleteMarkers = IsOn(expiration.ExpiredObjectDeleteMarker),
        };
    }

    public static RuleTerms Of(Native.BucketRuleProps rule, PropertyPath at) => new()
    {
        Path = at,
        Id = Setting(rule.Id, at),
        Prefix = Setting(rule.Prefix, at),
        IsNarrowed = !rule.TagFilters.IsMissing || IsThere(rule.ObjectSizeGreaterThan) || IsThere(rule.ObjectSizeLessThan),
        HasTags = rule.TagFilters.Count > 0,
        Transitions =
        [
            .. rule.Transition.IsMissing ? [] : (Transition[])[Move(rule.Transition, PathOf(rule.Transition, at))],
            .. Each(rule.Transitions, Move, at),
        ],
        NoncurrentTransitions =
        [
            .. rule.NoncurrentVersionTransition.IsMissing
                ? []
                : (Transition[])[Move(rule.NoncurrentVersionTransition, PathOf(rule.NoncurrentVersionTransition, at))],
            .. Each(rule.NoncurrentVersionTransitions, Move, at),
        ],
        ExpirationDays = Setting(rule.ExpirationInDays, at),
        NoncurrentExpirationDays = First(
            Setting(rule.NoncurrentVersionExpiration.NoncurrentDays, at), Setting(rule.NoncurrentVersionExpirationInDays, at)),
        Expires = IsThere(rule.ExpirationInDays) || IsThere(rule.ExpirationDate),
        ExpiresNoncurrent = !rule.NoncurrentVersionExpiration.IsMissing || IsThere(rule.NoncurrentVersionExpirationInDays),
        AbortsUploads = !rule.AbortIncompleteMultipartUpload.IsMissing,
        RemovesDeleteMarkers = IsOn(rule.ExpiredObjectDeleteMarker),
    };

    /// <summary>What the rule is for, in a message.</summary>
    public string ShownPrefix => string.IsNullOrEmpty(Prefix.Known.Value) ? "the whole bucket" : Prefix.Known.ToString();

    /// <summary>Whether the rule is for every object whose key begins so; false where its own prefix is not known.</summary>
    public bool Covers(string prefix) =>
        !IsNarrowed && !Prefix.Known.IsUnknown && prefix.StartsWith(Prefix.Known.Value ?? "", StringComparison.Ordinal);

    /// <summary>A deployed rule shows what it has not as an empty text, too.</summary>
    private static Transition Moved(Setting<int?> days, Setting<string> storageClass, Known<string> date) =>
        new(days, storageClass) { IsDated = date.IsUnknown ? !days.Known.IsSet : date.Value is { Length: > 0 } };

    private static Transition Move(Native.BucketTransitionProps move, PropertyPath at) =>
        Moved(Setting(move.TransitionInDays, at), Setting(move.StorageClass, at), move.TransitionDate);

    private static Transition Move(Native.BucketNoncurrentVersionTransitionProps move, PropertyPath at) =>
        new(Setting(move.TransitionInDays, at), Setting(move.StorageClass, at));

    private static Setting<T> First<T>(params ReadOnlySpan<Setting<T>> settings)
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

    private static bool? IsOn(Known<bool?> flag) => flag.IsUnknown ? null : flag.Value == true;

    private static bool IsThere<T>(Known<T> known) => known is not { IsKnown: true, Value: null };
}

/// <summary>A move of objects to another storage class.</summary>
/// <param name="Days">Days after their creation, or after they ceased to be current.</param>
/// <param name="Class">The class they move to.</param>
internal readonly record struct Transition(Setting<int?> Days, Setting<string> Class)
{
    /// <summary>Whether they move on a date instead, whatever their age.</summary>
    public bool IsDated { get; init; }
}
