using System.Text;
using Costs.Mappers;
using Costs.Tests.Conventions;
using Costs.Usage;

namespace Costs.Tests.Docs;

/// <summary>The reference pages are written from the code. UPDATE_GOLDEN=1 writes them anew.</summary>
public class ReferencePagesTests
{
    [Fact]
    public void The_page_of_resources_is_up_to_date()
    {
        var page = new StringBuilder("""
            # Resources and what of them is priced

            Written by the tests from the mappers in `costs/Mappers`. A type that is on neither list is named in every
            estimate as unpriced.

            ## Priced

            | type | usage that can be stated, with its default |
            |---|---|

            """);
        foreach (var (type, mapper) in MapperIndex.Types.Order(StringComparer.Ordinal).Select(type => (type, MapperIndex.Find(type)!)))
        {
            var usage = mapper.Usage.Select(Describe);
            page.AppendLine($"| `{type}` | {string.Join("<br>", usage)} |");
        }

        page.AppendLine("\n## Free by themselves\n\n| type | why |\n|---|---|");
        foreach (var type in FreeResources.Types.Order(StringComparer.Ordinal))
        {
            page.AppendLine($"| `{type}` | {FreeResources.Because(type)} |");
        }

        page.AppendLine("\n## Known and not priced\n");
        foreach (var type in Schemas.ResourceTypes.Except(MapperIndex.Types).Except(FreeResources.Types).Order(StringComparer.Ordinal))
        {
            page.AppendLine($"- `{type}`");
        }

        Repository.Verify(page.ToString().ReplaceLineEndings("\n"), "docs", "costs", "resources.md");
    }

    [Fact]
    public void The_page_of_usage_keys_is_up_to_date()
    {
        var page = new StringBuilder("""
            # Usage keys

            Written by the tests from `costs/Usage/UsageKeys.cs`. How to state usage: [usage.md](usage.md).

            | key | unit | at most | meaning |
            |---|---|---|---|

            """);
        foreach (var key in UsageKeys.All)
        {
            page.AppendLine(FormattableString.Invariant($"| `{key.Name}` | {key.Unit} | {key.Maximum:#,0} | {key.Description} |"));
        }

        Repository.Verify(page.ToString().ReplaceLineEndings("\n"), "docs", "costs", "usage-keys.md");
    }

    private static string Describe(UsageSetting setting) => setting.ByDefault is null
        ? $"`{setting.Key.Name}`"
        : $"`{setting.Key.Name}` = {setting.ByDefault} ({setting.Because})";
}
