using System.Collections.Concurrent;
using System.Text;

namespace Pulumi.Policy.Hosting;

/// <summary>Texts that recur, each kept once: of 10,000 resources the memory of several stacks would go to repeated URNs.</summary>
internal sealed class Texts
{
    private const int LongestOnStack = 512;

    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    /// <summary>A text that is UTF-8.</summary>
    public string Of(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > LongestOnStack)
        {
            var text = Encoding.UTF8.GetString(utf8.Span);
            return known.GetOrAdd(text, text);
        }

        Span<char> buffer = stackalloc char[LongestOnStack];
        ReadOnlySpan<char> decoded = buffer[..Encoding.UTF8.GetChars(utf8.Span, buffer)];
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(decoded, out var found))
        {
            return found;
        }

        var added = decoded.ToString();
        return known.GetOrAdd(added, added);
    }
}
