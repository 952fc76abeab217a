using Preview.Engine;
using Preview.Tests.Builders;
using Preview.Verdicts;
using Pulumirpc;

namespace Preview.Tests.Runs;

/// <summary>Findings lead to the line of C# that makes a resource.</summary>
public class SourcePlaceTests
{
    [Fact]
    public async Task Every_resource_of_prod_is_made_at_a_line_of_infra()
    {
        var run = await PreviewedStack.Prod;

        var made = run.Resources.Where(resource => resource.Type != Urn.StackType && resource.ProviderPackage is null).ToArray();

        Assert.NotEmpty(made);
        Assert.All(made, resource =>
        {
            var place = Assert.Contains(resource.Urn, run.Places);
            Assert.StartsWith("infra/", place.File, StringComparison.Ordinal);
            Assert.InRange(place.Line, 1, File.ReadAllLines(Path.Combine(Built.Root, place.File)).Length);
        });
        Assert.Equal("Pulumi.prod.yaml", run.StackFile);
    }

    [Fact]
    public async Task A_component_is_made_where_it_is_used_and_not_where_it_is_defined()
    {
        var run = await PreviewedStack.Prod;

        var bucket = run.Resources.Single(resource => resource.Type == "ml:storage:ArtifactBucket" || resource.Type.EndsWith(":ArtifactBucket", StringComparison.Ordinal));
        var place = run.Places[bucket.Urn];

        Assert.Equal("infra/Platform.cs", place.File);
        Assert.Contains("new ArtifactBucket(", File.ReadAllLines(Path.Combine(Built.Root, place.File))[place.Line - 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_engine_takes_the_position_or_else_the_first_frame()
    {
        var engine = await EngineUnderTest.StartAsync();
        var (first, second) = (EngineUnderTest.Custom(EngineUnderTest.TopicType, "first"), EngineUnderTest.Custom(EngineUnderTest.TopicType, "second"));
        first.SourcePosition = new() { Uri = "file:///repo/index.ts", Line = 3 };
        second.StackTrace = new() { Frames = { new StackFrame { Pc = new() { Uri = "file:///repo/index.ts", Line = 4 } } } };

        var urns = new[] { (await engine.RegisterAsync(first)).Urn, (await engine.RegisterAsync(second)).Urn };

        Assert.Equal([3, 4], urns.Select(urn => engine.State.Positions[urn].Line));
    }

    [Fact]
    public void What_lies_outside_of_the_repository_has_no_place()
    {
        var repository = Path.Combine(Path.GetTempPath(), "repo");
        var positions = new Dictionary<string, SourcePosition>
        {
            ["inside"] = Position(Path.Combine(repository, "app", "My file.cs")),
            ["outside"] = Position(Path.Combine(Path.GetTempPath(), "elsewhere", "File.cs")),
            ["of a package"] = Position(Path.Combine(repository, "app", "node_modules", "sdk", "stack.ts")),
            ["not a file"] = new() { Uri = "https://example.com/File.cs", Line = 1 },
        };

        var place = Assert.Single(SourcePlaces.Of(positions, repository));

        Assert.Equal("app/My file.cs:7", place.Value.ToString());
    }

    private static SourcePosition Position(string path) => new() { Uri = new Uri(path).AbsoluteUri, Line = 7 };
}
