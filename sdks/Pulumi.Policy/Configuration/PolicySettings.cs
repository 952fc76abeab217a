namespace Pulumi.Policy.Configuration;

/// <summary>Turns what a user gave a policy into what the policy reads: checked, defaults filled in.</summary>
internal static class PolicySettings
{
    /// <summary>A policy's level travels beside its settings; some engines leave it among them as well.</summary>
    public const string LevelName = "enforcementLevel";

    /// <param name="policy">The policy.</param>
    /// <param name="given">What the user gave.</param>
    /// <param name="isEnabled">Whether the policy runs: what it needs need not be given otherwise.</param>
    /// <param name="problems">Everything that is wrong is added here.</param>
    public static PolicyConfig Resolve(PolicyInfo policy, PropertyMap given, bool isEnabled, ICollection<string> problems)
    {
        var settings = policy.Config?.Settings ?? [];
        RefuseUnknownNames(policy, settings, given, problems);
        return settings.IsEmpty ? PolicyConfig.Empty : new(PropertyMap.Build(writer =>
        {
            foreach (var setting in settings)
            {
                var value = given[setting.Name];
                if (!value.IsMissing)
                {
                    SettingSchema.Check(setting.Schema, value, $"{policy.Name}: {setting.Name}", problems);
                }
                else if (setting.IsRequired && isEnabled)
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

    private static void RefuseUnknownNames(
        PolicyInfo policy, ImmutableArray<PolicySetting> settings, PropertyMap given, ICollection<string> problems)
    {
        foreach (var (name, _) in given)
        {
            if (name != LevelName && !settings.Any(setting => setting.Name == name))
            {
                var accepted = settings.IsEmpty
                    ? "it has no settings"
                    : $"it has {string.Join(", ", settings.Select(setting => setting.Name))}";
                problems.Add($"{policy.Name}: {name} is not a setting of this policy, {accepted}");
            }
        }
    }
}
