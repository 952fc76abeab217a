using PropertyValues;
using Pulumi.Policy;
using Pulumi.Policy.Testing;
using ResourceViews.Aws.S3;

namespace Sdks.Tests.Policy;

/// <summary>What the README of the SDK shows is the code that is compiled and tested here.</summary>
public class ReadmeTests
{
    private static readonly string Readme = Read("README.md");

    [Fact]
    public void The_first_policy_of_the_readme_is_this_one_and_has_less_than_20_lines()
    {
        var code = Read("BucketsAreVersioned.cs");

        Assert.Contains($"```csharp\n{code}```", Readme, StringComparison.Ordinal);
        Assert.True(code.Count(c => c == '\n') < 20);
    }

    [Fact]
    public void It_does_what_the_readme_says()
    {
        Assert.Equal(Verdict.Compliant, Check(new() { Status = "Enabled" }));
        Assert.Equal(Verdict.Violation("The status of versioning is Suspended, expected Enabled."), Check(new() { Status = "Suspended" }));
        Assert.Equal(Verdict.Violation("The status of versioning is not set, expected Enabled."), Check(new()));
        Assert.Equal(Verdict.Unknown("versioningConfiguration.status"), Check(new() { Status = Known<string>.Unknown }));
    }

    [Fact]
    public void The_readme_tests_it_as_it_is_tested_here() =>
        Assert.Contains("PolicyTest.Check(new BucketsAreVersioned(), new BucketVersioningProps", Readme, StringComparison.Ordinal);

    private static Verdict Check(BucketVersioningVersioningConfigurationProps configuration) =>
        PolicyTest.Check(new BucketsAreVersioned(), new BucketVersioningProps { VersioningConfiguration = configuration });

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Policy", file)).ReplaceLineEndings("\n");
}
