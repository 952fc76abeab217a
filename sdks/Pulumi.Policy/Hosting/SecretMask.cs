using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pulumi.Policy.Hosting;

/// <summary>Takes secret values out of texts that people will see, whoever put them there.</summary>
internal sealed class SecretMask
{
    private const string Replacement = "[secret]";

    /// <summary>A shorter value would hide half of every message, and is no secret worth the name.</summary>
    private const int ShortestSecret = 4;

    private readonly SearchValues<string> search;
    private readonly ImmutableArray<string> longestFirst;

    private SecretMask(IEnumerable<string> secrets)
    {
        longestFirst = [.. secrets.OrderByDescending(secret => secret.Length)];
        search = SearchValues.Create(longestFirst.AsSpan(), StringComparison.Ordinal);
    }

    /// <summary>A mask for the secret texts and numbers of these resources and of the stack's configuration.</summary>
    public static SecretMask For(IEnumerable<PolicyResource> resources, StackInfo stack)
    {
        var secrets = new HashSet<string>();
        foreach (var resource in resources)
        {
            Collect(resource.Inputs, secrets);
            Collect(resource.Outputs, secrets);
            Collect(resource.Provider?.Properties ?? default, secrets);
        }

        foreach (var key in stack.SecretConfigKeys)
        {
            Add(stack.Config.GetValueOrDefault(key), secrets);
        }

        return new(secrets);
    }

    public string Apply(string text)
    {
        var rest = text.AsSpan();
        var at = rest.IndexOfAny(search);
        if (at < 0)
        {
            return text;
        }

        var masked = new StringBuilder();
        for (; at >= 0; at = rest.IndexOfAny(search))
        {
            masked.Append(rest[..at]).Append(Replacement);
            rest = rest[(at + LengthOfSecretAt(rest[at..]))..];
        }

        return masked.Append(rest).ToString();
    }

    private int LengthOfSecretAt(ReadOnlySpan<char> text)
    {
        foreach (var secret in longestFirst)
        {
            if (text.StartsWith(secret))
            {
                return secret.Length;
            }
        }

        return 1;
    }

    private static void Collect(PropertyMap map, HashSet<string> secrets)
    {
        if (!MayHoldSecret(map.Encoded.Span))
        {
            return;
        }

        CollectMembers(map, secrets);
    }

    private static void CollectMembers(PropertyMap map, HashSet<string> secrets)
    {
        var members = map.WithInternal.GetEnumerator();
        while (true)
        {
            try
            {
                if (!members.MoveNext())
                {
                    return;
                }
            }
            catch (InvalidDataException)
            {
                // What cannot be read no policy can show either.
                continue;
            }

            Collect(members.Current.Value, secrets);
        }
    }

    private static void CollectItems(PropertyList list, HashSet<string> secrets)
    {
        var items = list.GetEnumerator();
        while (true)
        {
            try
            {
                if (!items.MoveNext())
                {
                    return;
                }
            }
            catch (InvalidDataException)
            {
                continue;
            }

            Collect(items.Current, secrets);
        }
    }

    private static void Collect(PropertyValue value, HashSet<string> secrets)
    {
        switch (value.Kind)
        {
            case PropertyKind.String when value.IsSecret:
                Add(value.AsString(), secrets);
                break;
            case PropertyKind.Number when value.IsSecret:
                Add(value.AsNumber()!.Value.ToString(CultureInfo.InvariantCulture), secrets);
                break;
            case PropertyKind.List:
                CollectItems(value.Items, secrets);
                break;
            default:
                CollectMembers(value.Members, secrets);
                break;
        }
    }

    private static void Add(string? secret, HashSet<string> secrets)
    {
        if (secret?.Length >= ShortestSecret)
        {
            secrets.Add(secret);
        }
    }

    /// <summary>Whether a wrapper that makes its value secret can be in these bytes: most bags need no second look.</summary>
    private static bool MayHoldSecret(ReadOnlySpan<byte> properties) => properties.IndexOf("4dabf18193072939515e22adb298388d"u8) >= 0;
}
