using System.CommandLine;
using System.Diagnostics;
using Generate.Files;
using Generate.Manifests;
using Generate.Schema;
using Generate.Sdk;
using Generate.Views;

namespace Generate;

/// <summary>
/// What the build calls: <c>sdk</c> or <c>views</c>, with schemas, a manifest and a folder. A fault in one of them ends
/// with 1 and one line that MSBuild reads as an error of that file.
/// </summary>
internal sealed class Cli
{
    private readonly TextWriter _progress;
    private readonly TextWriter _errors;

    private readonly Option<FileInfo[]> _schemas = new("--schema")
    {
        Description = "Pulumi package schema, trimmed or whole. Views may be of several packages: give the option for each.",
        Required = true,
    };

    private readonly Option<FileInfo> _manifest = new("--manifest")
    {
        Description = "What to emit: one token a line, # begins a comment.",
        Required = true,
    };

    private readonly Option<DirectoryInfo> _output = new("--output")
    {
        Description = "Folder for the generated files and nothing else: other .cs files in it are deleted.",
        Required = true,
    };

    private Cli(TextWriter progress, TextWriter errors) => (_progress, _errors) = (progress, errors);

    public static int Run(string[] args, TextWriter progress, TextWriter errors)
    {
        var cli = new Cli(progress, errors);
        var root = new RootCommand("Generates C# from Pulumi package schemas, as part of the build.")
        {
            cli.Command("sdk", "A Pulumi SDK of one package: resources, functions and the types they refer to.", Sdk),
            cli.Command("views", "Typed views of resource properties, for policies and cost mappers.", ViewGenerator.Generate),
        };
        return root.Parse(args).Invoke(new InvocationConfiguration { Output = progress, Error = errors });
    }

    private static IReadOnlyList<GeneratedFile> Sdk(IReadOnlyList<PackageSchema> schemas, Manifest manifest) =>
        schemas is [var schema]
            ? SdkGenerator.Generate(schema, manifest)
            : throw new GeneratorException("An SDK is of one package: give --schema once.", manifest.File);

    private Command Command(
        string name, string description, Func<IReadOnlyList<PackageSchema>, Manifest, IReadOnlyList<GeneratedFile>> generate)
    {
        var command = new Command(name, description) { _schemas, _manifest, _output };
        command.SetAction(arguments => Execute(arguments, generate));
        return command;
    }

    private int Execute(
        ParseResult arguments, Func<IReadOnlyList<PackageSchema>, Manifest, IReadOnlyList<GeneratedFile>> generate)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            List<PackageSchema> schemas = [.. arguments.GetRequiredValue(_schemas).Select(file => PackageSchema.Load(file.FullName))];
            var manifest = Manifest.Load(arguments.GetRequiredValue(_manifest).FullName);
            var changes = new OutputFolder(arguments.GetRequiredValue(_output).FullName).Write(generate(schemas, manifest));
            _progress.WriteLine(
                $"{Path.GetFileName(manifest.File)}: {changes.Files} files, {changes.Written} written, "
                    + $"{changes.Deleted} deleted, {clock.ElapsedMilliseconds} ms");
            return 0;
        }
        catch (GeneratorException fault)
        {
            _errors.WriteLine(fault.Report);
            return 1;
        }
    }
}
