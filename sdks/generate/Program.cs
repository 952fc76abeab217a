using System.CommandLine;
using System.Diagnostics;
using Generate;
using Generate.Files;
using Generate.Manifests;
using Generate.Schema;
using Generate.Sdk;
using Generate.Views;

var schemas = new Option<FileInfo[]>("--schema")
{
    Description = "Pulumi package schema, trimmed or whole. Views may be of several packages: give the option again for each.",
    Required = true,
};
var manifest = new Option<FileInfo>("--manifest")
{
    Description = "What to emit: one token a line, # begins a comment.",
    Required = true,
};
var output = new Option<DirectoryInfo>("--output")
{
    Description = "Folder for the generated files and nothing else: other .cs files in it are deleted.",
    Required = true,
};

var sdk = new Command("sdk", "Emits a Pulumi SDK of one package: resources, functions and the types they refer to.") { schemas, manifest, output };
sdk.SetAction(arguments => Run(arguments, files => files.Schemas is [var schema]
    ? SdkGenerator.Generate(schema, files.Manifest)
    : throw new GeneratorException("An SDK is of one package: give --schema once.", files.Manifest.File)));

var views = new Command("views", "Emits typed views of resource properties, for policies and cost mappers.") { schemas, manifest, output };
views.SetAction(arguments => Run(arguments, files => ViewGenerator.Generate(files.Schemas, files.Manifest)));

return new RootCommand("Generates C# from Pulumi package schemas, as part of the build.") { sdk, views }.Parse(args).Invoke();

int Run(ParseResult arguments, Func<Source, IReadOnlyList<GeneratedFile>> generate)
{
    var clock = Stopwatch.StartNew();
    try
    {
        var source = new Source(
            [.. arguments.GetRequiredValue(schemas).Select(file => PackageSchema.Load(file.FullName))],
            Manifest.Load(arguments.GetRequiredValue(manifest).FullName));
        var changes = new OutputFolder(arguments.GetRequiredValue(output).FullName).Write(generate(source));
        Console.WriteLine(
            $"{Path.GetFileName(source.Manifest.File)}: {changes.Files} files, {changes.Written} written, "
                + $"{changes.Deleted} deleted, {clock.ElapsedMilliseconds} ms");
        return 0;
    }
    catch (GeneratorException fault)
    {
        Console.Error.WriteLine(fault.Report);
        return 1;
    }
}

internal sealed record Source(IReadOnlyList<PackageSchema> Schemas, Manifest Manifest);
