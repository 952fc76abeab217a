namespace Bill.Tests;

/// <summary>The weight of the database is carried by this program alone.</summary>
public class DependencyTests
{
    [Fact]
    public void Only_this_program_carries_the_database() => Assert.Equal(["Bill.csproj"], Naming("DuckDB"));

    [Fact]
    public void Only_its_own_tests_refer_to_this_program() => Assert.Equal(["Bill.Tests.csproj"], Naming("Bill.csproj"));

    private static IEnumerable<string> Naming(string what) =>
        from project in Directory.EnumerateFiles(Checkout.Root, "*.csproj", SearchOption.AllDirectories)
        where File.ReadAllText(project).Contains(what, StringComparison.Ordinal)
        select Path.GetFileName(project);
}
