namespace Costs.Mappers.S3;

/// <summary>
/// Where an object spends its days: a stage for each storage class, from the day it is written to the day its bytes are gone.
/// What a month writes, spread over these days, is what lies there in a steady state.
/// </summary>
internal sealed record StorageTimeline
{
    /// <summary>In order; the last has no end where nothing ever deletes the object.</summary>
    public required ImmutableArray<StorageStage> Stages { get; init; }

    /// <summary>Days after which it is deleted, or hidden in a versioned bucket; null where nobody deletes it.</summary>
    public required decimal? LifeDays { get; init; }

    /// <summary>Days that a deleted object's bytes stay, 0 in a bucket without versions; null where they stay for good.</summary>
    public required decimal? NoncurrentDays { get; init; }

    public StorageStage Last => Stages[^1];

    /// <remarks>
    /// Deletion takes precedence over transition, and where several rules move an object on the same day, the colder class.
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html
    /// </remarks>
    public static StorageTimeline Of(Retention retention)
    {
        var (rules, isVersioned, keepDays) = retention;
        var expiry = rules.Min(rule => (decimal?)rule.ExpireAfterDays);
        var life = expiry is null ? keepDays : keepDays is null ? expiry : Math.Min(expiry.Value, keepDays.Value);
        return new()
        {
            Stages = Staged(rules, life),
            LifeDays = life,
            NoncurrentDays = isVersioned ? rules.Min(rule => (decimal?)rule.NoncurrentExpireAfterDays) : 0,
        };
    }

    private static ImmutableArray<StorageStage> Staged(IEnumerable<LifecycleRule> rules, decimal? life)
    {
        var stages = new List<StorageStage> { new(StorageClasses.Standard, 0, life) };
        foreach (var transition in rules.SelectMany(rule => rule.Transitions)
            .OrderBy(transition => transition.AfterDays).ThenBy(transition => StorageClasses.MinimumDays(transition.StorageClass)))
        {
            if (transition.AfterDays >= life || transition.StorageClass == stages[^1].StorageClass)
            {
                continue;
            }

            stages[^1] = stages[^1] with { ToDay = transition.AfterDays };
            if (stages[^1].Days == 0)
            {
                stages.RemoveAt(stages.Count - 1);
            }

            stages.Add(new(transition.StorageClass, transition.AfterDays, life));
        }

        return [.. stages];
    }
}

/// <summary>Days in one storage class.</summary>
/// <param name="ToDay">Null for the last stage of what nobody deletes.</param>
internal readonly record struct StorageStage(string StorageClass, decimal FromDay, decimal? ToDay)
{
    public decimal? Days => ToDay - FromDay;

    /// <summary>Days that are billed: at least the class's minimum, which leaving early does not spare.</summary>
    public decimal? BilledDays => Days is { } days ? Math.Max(days, StorageClasses.MinimumDays(StorageClass)) : null;
}
