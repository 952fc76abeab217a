namespace Pulumi;

/// <summary>Keys of configuration, namespace:name.</summary>
internal static class ConfigKey
{
    private const string OldMiddle = ":config:";

    /// <summary>The key without the "config" that older writers put in the middle.</summary>
    public static string Clean(string key)
    {
        var middle = key.IndexOf(OldMiddle, StringComparison.Ordinal);
        return middle > 0 ? $"{key[..middle]}:{key[(middle + OldMiddle.Length)..]}" : key;
    }
}
