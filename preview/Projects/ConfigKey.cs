using Preview.CommandLine;

namespace Preview.Projects;

/// <summary>Names of settings: namespace:name, where the namespace may be left out in the project's own.</summary>
internal static class ConfigKey
{
    /// <summary>The key with its namespace; the old form namespace:config:name is read as namespace:name.</summary>
    public static string Qualify(string project, string key) => key.Split(':') switch
    {
        [{ Length: > 0 } name] => $"{project}:{name}",
        [{ Length: > 0 } space, { Length: > 0 } name] => $"{space}:{name}",
        [{ Length: > 0 } space, "config", { Length: > 0 } name] => $"{space}:{name}",
        _ => throw new UserErrorException($"The setting '{key}' has no proper name; expected is name or namespace:name, for example aws:region."),
    };
}
