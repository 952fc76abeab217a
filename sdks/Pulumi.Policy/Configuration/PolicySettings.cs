namespace Pulumi.Policy.Configuration;

/// <summary>Turns what a user gave a policy into what the policy reads: checked, defaults filled in.</summary>
internal static class PolicySettings
{
    /// <param name="policy">The policy.</param>
    /// <param name="given">What the user gave.</param>
    /// <param name="isEnabled">Whether the policy runs: what it needs need not be given otherwise.</param>
    /// <param name="problems">Everything that is wrong is added here.</param>
    public static PolicyConfig Resolve(PolicyInfo policy, PropertyMap given, bool isEnabled, ICollection<string> problems)
    {
        var settings = policy.Config?.Settings ?? [];
        RefuseUnknownNames(policy, [.. settings, .. CommonSettings.All], given, problems);
        return settings.IsEmpty ? PolicyConfig.Empty : new(PropertyMap.Build(writer =>
        {
            foreach (var setting in settings)
            {
                var value = given[setting.Name];
                if (!value.IsMissing)
                {
                    SettingSchema.Check(setting.Schema, value, $"{policy.Name}: {setting.Name}", problems);
                }
                else if (setting.MustBeGiven && isEnabled)
                {
                    problems.Add(
                        $"{policy.Name}: {setting.Name} is not set and must be, accepted is {SettingSchema.Describe(setting.Schema)}");
                }
                else
                {
                    value = setting.Schema["default"];
                }

                if (!value.IsMissing)
                {
                    writer.WriteName(setting.Name);
                    writer.WriteValue(value);
                }
            }
        }));
    }

    /// <summary>Reports whatever the policy does not accept of what its pack gives it.</summary>
    public static void CheckGiven(PolicyInfo policy, PropertyMap given, ICollection<string> problems)
    {
        Resolve(policy, given, isEnabled: false, problems);
        UnknownIsViolation(policy, given, problems);
        Exemptions(policy, given, problems);
    }

    /// <summary>What is given over what else would hold, name by name.</summary>
    public static PropertyMap Over(PropertyMap given, PropertyMap otherwise)
    {
        var merged = otherwise;
        foreach (var (name, value) in given)
        {
            merged = merged.With(name, value);
        }

        return merged;
    }

    /// <summary>Whether what the policy cannot tell yet violates it; null where the user does not say.</summary>
    public static bool? UnknownIsViolation(PolicyInfo policy, PropertyMap given, ICollection<string> problems) =>
        Common(policy, CommonSettings.Unknown, given, problems) is { IsMissing: false } word
            ? word.AsString() == CommonSettings.Violation
            : null;

    public static ImmutableArray<Exemption> Exemptions(PolicyInfo policy, PropertyMap given, ICollection<string> problems) =>
        Common(policy, CommonSettings.Exemptions, given, problems) is { IsMissing: false } list
            ? Exemption.Read(list, $"{policy.Name}: {CommonSettings.Exemptions.Name}", problems)
            : [];

    /// <summary>The value of a setting that every policy has; missing where it is not given, or faulty.</summary>
    private static PropertyValue Common(PolicyInfo policy, PolicySetting setting, PropertyMap given, ICollection<string> problems)
    {
        var value = given[setting.Name];
        var before = problems.Count;
        if (!value.IsMissing)
        {
            SettingSchema.Check(setting.Schema, value, $"{policy.Name}: {setting.Name}", problems);
        }

        return problems.Count == before ? value : default;
    }

    private static void RefuseUnknownNames(
        PolicyInfo policy, ImmutableArray<PolicySetting> settings, PropertyMap given, ICollection<string> problems)
    {
        foreach (var (name, _) in given)
        {
            if (name != CommonSettings.LevelName && !settings.Any(setting => setting.Name == name))
            {
                problems.Add($"{policy.Name}: {name} is not a setting of this policy, it has {string.Join(", ", settings.Select(setting => setting.Name))}");
            }
        }
    }
}
