using System.Xml.Linq;
using Generate.Schema;

namespace Sdks.Tests.Generate;

public class SchemaVersionTests
{
    [Theory]
    [InlineData("aws.json", "Pulumi.Aws")]
    [InlineData("aws-native.json", "Pulumi.AwsNative")]
    public void The_local_sdks_are_of_the_versions_that_the_official_packages_are_taken_in(string schema, string package)
    {
        var root = Root();
        var versions = XDocument.Load(Path.Combine(root, "Directory.Packages.props")).Descendants("PackageVersion")
            .ToDictionary(version => version.Attribute("Include")!.Value, version => version.Attribute("Version")!.Value);

        Assert.Equal(versions[package], PackageSchema.Load(Path.Combine(root, "sdks", "schemas", schema)).Version);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside of the repository.");

        return folder;
    }
}
