using System.Reflection;
using PropertyValues;
using Pulumi.Policy;
using Pulumi.Policy.Testing;

namespace Sdks.Tests.Policy.Readme;

/// <summary>The README of the SDK shows the code that is compiled and tested here; tests/Cli builds its pack from the package.</summary>
public class ReadmeTests
{
    private const int FewLines = 20;

    private static readonly string Readme = Read("README.md");

    [Theory]
    [InlineData("BucketsAreVersioned.cs")]
    [InlineData("VersioningIsOn.cs")]
    [InlineData("BucketsAreVersionedTests.cs")]
    public void Code_of_the_readme_is_this_one(string file) =>
        Assert.Contains($"```csharp\n{WithoutUsings(Read(file))}```", Readme, StringComparison.Ordinal);

    [Fact]
    public void The_first_policy_has_less_than_20_lines() =>
        Assert.InRange(WithoutUsings(Read("BucketsAreVersioned.cs")).Count(c => c == '\n'), 1, FewLines - 1);

    [Fact]
    public void The_readme_names_the_version_of_the_package()
    {
        var version = typeof(PolicyPack).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.Contains($"Include=\"Community.Pulumi.Policy\" Version=\"{version.Split('+')[0]}\"", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_written_by_hand_does_what_the_readme_says()
    {
        static Verdict Check(object? status) => PolicyTest.Check(
            new VersioningIsOn(),
            BucketVersioning.From(PropertyValue.Of(PropertyMap.Of(("versioningConfiguration", PropertyMap.Of(("status", status)))))));

        Assert.Equal(Verdict.Compliant, Check("Enabled"));
        Assert.Equal(Verdict.Violation("The status is [secret], expected Enabled."), Check(PropertyValue.SecretOf("Suspended")));
        Assert.Equal(Verdict.Unknown("versioningConfiguration.status"), Check(PropertyValue.Unknown));
        Assert.Equal([BucketVersioning.ResourceType], new VersioningIsOn().ResourceTypes);
    }

    private static string WithoutUsings(string code) =>
        string.Join('\n', code.Split('\n').SkipWhile(line => line.Length == 0 || line.StartsWith("using ", StringComparison.Ordinal)));

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Policy", "Readme", file)).ReplaceLineEndings("\n");
}
