using System.Runtime.CompilerServices;
using PropertyValues;
using PublicApiGenerator;
using Pulumi.Policy;

namespace Sdks.Tests.PublicSurface;

/// <summary>
/// What users of the package Community.Pulumi.Policy build on. A change of it is meant, or it is none: review the approved files as code,
/// and write them anew with <c>UPDATE_GOLDEN=1 dotnet test tests/Sdks --filter PublicSurface</c>.
/// </summary>
public class PublicSurfaceTests
{
    [Theory]
    [InlineData(typeof(PolicyPack))]
    [InlineData(typeof(PropertyValue))]
    public void Of_an_assembly_is_the_approved_one(Type inAssembly)
    {
        var surface = inAssembly.Assembly.GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n") + "\n";
        var approved = Path.Combine(Folder(), $"{inAssembly.Assembly.GetName().Name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is { Length: > 0 })
        {
            File.WriteAllText(approved, surface);
        }

        Assert.Equal(File.ReadAllText(approved).ReplaceLineEndings("\n"), surface);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
