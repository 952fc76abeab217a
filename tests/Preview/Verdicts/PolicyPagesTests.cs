using Preview.Policies;
using Preview.Tests.Builders;
using Preview.Verdicts;
using Pulumirpc;

namespace Preview.Tests.Verdicts;

public sealed class PolicyPagesTests : IDisposable
{
    private readonly DirectoryInfo repository = Directory.CreateTempSubdirectory();

    public PolicyPagesTests()
    {
        Directory.CreateDirectory(Path.Combine(repository.FullName, "docs"));
        File.WriteAllText(Path.Combine(repository.FullName, "docs", "no-idle.md"), "# no-idle");
    }

    public void Dispose() => repository.Delete(recursive: true);

    [Fact]
    public void A_page_of_the_repository_has_its_address_there_at_the_revision_that_is_checked() =>
        Assert.Equal("https://github.example/acme/platform/blob/4f2a/docs/no-idle.md", Address("docs/no-idle.md", OnGitHub));

    [Theory]
    [InlineData("https://policies.example/no-idle")]
    [InlineData("docs/of-another-repository.md")]
    [InlineData("../outside.md")]
    [InlineData("")]
    public void What_the_pack_says_stays_where_it_is_an_address_already_or_no_page_of_the_repository(string url) =>
        Assert.Equal(url, Address(url, OnGitHub));

    [Theory]
    [InlineData("GITHUB_SERVER_URL")]
    [InlineData("GITHUB_REPOSITORY")]
    [InlineData("GITHUB_SHA")]
    public void Where_the_repository_is_not_known_it_stays_too(string missing) =>
        Assert.Equal("docs/no-idle.md", Address("docs/no-idle.md", name => name == missing ? null : OnGitHub(name)));

    private static readonly ImmutableSortedDictionary<string, EnforcementLevel> Levels = ImmutableSortedDictionary<string, EnforcementLevel>.Empty;

    private static string? OnGitHub(string name) => name switch
    {
        "GITHUB_SERVER_URL" => "https://github.example",
        "GITHUB_REPOSITORY" => "acme/platform",
        "GITHUB_SHA" => "4f2a",
        _ => null,
    };

    private string Address(string url, Func<string, string?> environment)
    {
        var pack = new LoadedPack(new FakePack(), new AnalyzerInfo { Policies = { new PolicyInfo { Name = "no-idle", Url = url } } }, "1.0.0", Levels);
        return Assert.Single(PolicyPages.Of(repository.FullName, environment).AddressedIn(pack).Info.Policies).Url;
    }
}
