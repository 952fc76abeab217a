using Generate.Files;
using Generate.Naming;
using Generate.Schema;

namespace Generate.Sdk;

/// <summary>A resource or the package's provider, with its arguments and the state of its lookup.</summary>
internal sealed class ResourceEmitter(PackageSchema schema, Names names, TypeReferences types, ArgsEmitter args)
{
    private readonly string _attribute = PackageEmitter.AttributeName(names);

    public void Resource(CodeWriter code, ResourceSpec spec)
    {
        var name = Names.Class(Token.Parse(spec.Token, schema));
        Class(code, spec, name, "global::Pulumi.CustomResource", spec.Token);
        code.Line();
        args.Emit(code, $"{name}Args", Shape.Args.ArgsBase(), spec.Inputs, Shape.Args);
        if (spec.StateInputs is not null)
        {
            code.Line();
            args.Emit(code, $"{name}State", Shape.GetArgs.ArgsBase(), spec.StateInputs, Shape.GetArgs);
        }
    }

    public void Provider(CodeWriter code, ResourceSpec spec)
    {
        Class(code, spec, "Provider", "global::Pulumi.ProviderResource", schema.Name);
        code.Line();
        args.Emit(code, "ProviderArgs", Shape.Args.ArgsBase(), spec.Inputs, Shape.Args, sendJson: true);
    }

    private void Class(CodeWriter code, ResourceSpec spec, string name, string baseClass, string registeredAs)
    {
        Deprecated.Mark(code, spec.Deprecation);
        code.Line($"[{_attribute}({Literal.Of(spec.Token)})]").Block($"public partial class {name} : {baseClass}", () =>
        {
            foreach (var output in spec.Outputs)
            {
                code.Line($"[Output({Literal.Of(output.WireName)})]")
                    .Line($"public Output<{types.Output(output, Shape.Output)}> {names.Property(output, name)} {{ get; private set; }} = null!;")
                    .Line();
            }

            Constructor(code, spec, name, registeredAs);
            if (spec.Token != schema.ProviderToken)
                Lookup(code, spec, name);

            MakeResourceOptions(code, spec);
        });
    }

    private static void Constructor(CodeWriter code, ResourceSpec spec, string name, string registeredAs)
    {
        var parameter = spec.Inputs.Any(input => input.IsRequired) ? $"{name}Args args" : $"{name}Args? args = null";
        code.Line($"public {name}(string name, {parameter}, CustomResourceOptions? options = null)")
            .Line($"    : base({Literal.Of(registeredAs)}, name, args ?? new {name}Args(), MakeResourceOptions(options, \"\"))")
            .Line("{")
            .Line("}")
            .Line();
    }

    private static void Lookup(CodeWriter code, ResourceSpec spec, string name)
    {
        var hasState = spec.StateInputs is not null;
        var parameters = $"string name, Input<string> id, {(hasState ? $"{name}State? state = null, " : "")}CustomResourceOptions? options = null";
        code.Line($"private {name}({parameters})")
            .Line($"    : base({Literal.Of(spec.Token)}, name, {(hasState ? "state" : "null")}, MakeResourceOptions(options, id))")
            .Line("{")
            .Line("}")
            .Line()
            .Line($"public static {name} Get({parameters}) =>")
            .Line($"    new {name}({(hasState ? "name, id, state, options" : "name, id, options")});")
            .Line();
    }

    private void MakeResourceOptions(CodeWriter code, ResourceSpec spec) => code.Block(
        "private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)",
        () => code
            .Block(
                "var defaults = new CustomResourceOptions",
                () =>
                {
                    code.Line("Version = Utilities.Version,");
                    Items(code, "Aliases", spec.AliasTypes.Select(type => $"new global::Pulumi.Alias {{ Type = {Literal.Of(type)} }}"));
                    Items(code, "AdditionalSecretOutputs", spec.Outputs.Where(output => output.IsSecret).Select(output => Literal.Of(output.WireName)));
                    Items(code, "ReplaceOnChanges", ReplacePaths.Of(spec.Outputs, schema).Select(Literal.Of));
                },
                end: "};")
            .Line("var merged = CustomResourceOptions.Merge(defaults, options);")
            .Line("merged.Id = id ?? merged.Id;")
            .Line("return merged;"));

    private static void Items(CodeWriter code, string property, IEnumerable<string> items)
    {
        if (items.ToList() is { Count: > 0 } list)
            code.Line($"{property} = {{ {string.Join(", ", list)} }},");
    }
}
