using Emulator.Tests.Account;
using Emulator.Tests.Docs;
using Infra.Tests.Builders;

namespace Emulator.Tests;

/// <summary>docs/emulator.md says what was found. Run this with UPDATE_DOCS=1 to write it anew.</summary>
[Collection(DeployedStacksCollection.Name)]
public class CoveragePageTests(DeployedStacks stacks)
{
    private static readonly string Page = Path.Combine(StackYaml.RepositoryFolder, "docs", "emulator.md");

    [SkippableFact]
    public async Task The_page_lists_what_is_created_and_what_is_only_checked()
    {
        var written = File.ReadAllText(Page).ReplaceLineEndings("\n");

        var generated = new CoveragePage(await stacks.AllAsync(), await TaskCoverage.OfAsync(stacks)).Write(written);

        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await File.WriteAllTextAsync(Page, generated);
        else
            Assert.Equal(generated, written);
    }
}
