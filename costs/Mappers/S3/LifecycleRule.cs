namespace Costs.Mappers.S3;

/// <summary>One lifecycle rule, whichever resource it is written in.</summary>
internal sealed record LifecycleRule
{
    /// <summary>Of the objects it is for; empty for all.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether it is for objects with certain tags only, of which nobody knows how many there are.</summary>
    public bool HasTagFilter { get; init; }

    /// <summary>Bytes that an object must be larger than.</summary>
    public long? LargerThan { get; init; }

    /// <summary>Bytes that an object must be smaller than.</summary>
    public long? SmallerThan { get; init; }

    /// <summary>Days after which the current version is deleted; in a versioned bucket it becomes noncurrent.</summary>
    public int? ExpireAfterDays { get; init; }

    /// <summary>Days after which a noncurrent version is gone.</summary>
    public int? NoncurrentExpireAfterDays { get; init; }

    public ImmutableArray<Transition> Transitions { get; init; } = [];

    /// <summary>A property that decides and is not known before deployment; null where all are.</summary>
    public string? NotKnown { get; init; }

    public bool HasSizeFilter => LargerThan is not null || SmallerThan is not null;

    /// <summary>Whether it is for all objects of a prefix and a size.</summary>
    public bool Covers(string prefix, decimal objectKb) =>
        !HasTagFilter && prefix.StartsWith(Prefix, StringComparison.Ordinal)
        && !(objectKb * 1024 <= LargerThan) && !(objectKb * 1024 >= SmallerThan);
}

/// <summary>A move to another storage class.</summary>
internal readonly record struct Transition(int AfterDays, string StorageClass);
