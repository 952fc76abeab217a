using Generate.Files;
using Generate.Manifests;
using Generate.Naming;
using Generate.Schema;

namespace Generate.Sdk;

/// <summary>
/// A Pulumi SDK in the shape of the official one, of what a manifest names and everything that refers to, and of
/// nothing else.
/// </summary>
internal sealed class SdkGenerator
{
    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.Collections.Immutable", "System.ComponentModel", "System.Threading.Tasks", "Pulumi.Serialization"];

    private readonly PackageSchema _schema;
    private readonly Names _names;
    private readonly TypeReferences _types;
    private readonly ArgsEmitter _args;
    private readonly OutputTypeEmitter _outputs;

    private SdkGenerator(PackageSchema schema)
    {
        _schema = schema;
        _names = new Names(schema);
        _types = new TypeReferences(schema, _names);
        _args = new ArgsEmitter(schema, _names, _types);
        _outputs = new OutputTypeEmitter(_names, _types);
    }

    public static IReadOnlyList<GeneratedFile> Generate(PackageSchema schema, Manifest manifest)
    {
        var generator = new SdkGenerator(schema);
        List<GeneratedFile> files =
        [
            PackageEmitter.Emit(schema, generator._names),
            .. generator.Selected(Selection.Of(manifest, schema)),
        ];

        // What nests is known only now that everything that refers to it has been written.
        files.AddRange(generator.Nested());
        files.AddRange(generator.Enums());
        return files;
    }

    private IEnumerable<GeneratedFile> Selected(Selection selection)
    {
        var resources = new ResourceEmitter(_schema, _names, _types, _args);
        var functions = new FunctionEmitter(_schema, _args, _outputs);
        if (selection.Provider is { } provider)
            yield return File(_names.RootNamespace, "Provider.cs", code => resources.Provider(code, provider));

        foreach (var resource in selection.Resources)
            yield return OfToken(resource.Token, code => resources.Resource(code, resource));

        foreach (var function in selection.Functions)
            yield return OfToken(function.Token, code => functions.Emit(code, function));
    }

    private IEnumerable<GeneratedFile> Nested()
    {
        var classes = new SortedDictionary<(string Namespace, string Class), CodeWriter>();
        while (_types.TryNext(out var next))
        {
            // Two shapes may come to one class, such as the outputs of a resource and the results of a function.
            var (token, shape) = next;
            var key = (_types.Namespace(token, shape), _types.ClassName(token, shape));
            if (!classes.ContainsKey(key))
                classes.Add(key, Class(token, shape, key.Item2));
        }

        foreach (var group in classes.GroupBy(entry => entry.Key.Namespace))
        {
            yield return File(
                group.Key,
                $"{group.Key[(_names.RootNamespace.Length + 1)..]}.cs",
                code => Join(code, group.Select(entry => entry.Value.ToString())));
        }
    }

    private CodeWriter Class(string token, Shape shape, string name)
    {
        var code = new CodeWriter();
        var properties = _schema.Object(token).Properties;
        if (shape.IsOutput())
            _outputs.Emit(code, name, properties, shape);
        else
            _args.Emit(code, name, shape.ArgsBase(), properties, shape);

        return code;
    }

    private IEnumerable<GeneratedFile> Enums() =>
        from token in _types.Enums
        group token by Token.Parse(token, _schema).Module into module
        let any = Token.Parse(module.First(), _schema)
        select File(
            _names.Namespace(any),
            module.Key.Length == 0 ? "Enums.cs" : $"{_names.Module(any)}.Enums.cs",
            code => Join(code, module.Select(token =>
            {
                var text = new CodeWriter();
                EnumEmitter.Emit(text, _schema, _schema.Enum(token));
                return text.ToString();
            })));

    private GeneratedFile OfToken(string text, Action<CodeWriter> body)
    {
        var token = Token.Parse(text, _schema);
        var folder = token.Module.Length == 0 ? "" : $"{_names.Module(token)}/";
        return File(_names.Namespace(token), $"{folder}{Names.Class(token)}.cs", body);
    }

    private GeneratedFile File(string @namespace, string path, Action<CodeWriter> body)
    {
        var code = Header.Begin(_schema);
        foreach (var used in Usings)
            code.Line($"using {used};");

        code.Line().Line($"namespace {@namespace};").Line();
        body(code);
        return new GeneratedFile(path, code.ToString());
    }

    private static void Join(CodeWriter code, IEnumerable<string> classes) =>
        code.Append(string.Join('\n', classes));
}
