using Generate.Files;
using Generate.Naming;
using Generate.Schema;

namespace Generate.Sdk;

/// <summary>Classes that the SDK fills in from what the engine answers.</summary>
internal sealed class OutputTypeEmitter(Names names, TypeReferences types)
{
    public void Emit(CodeWriter code, string className, IReadOnlyList<PropertySpec> properties, Shape shape)
    {
        var members = properties
            .Select(property => (
                Type: types.Output(property, shape),
                Name: names.Property(property, className),
                Parameter: Names.Parameter(property)))
            .ToList();

        code.Line("[OutputType]").Block($"public sealed class {className}", () =>
        {
            foreach (var member in members)
                code.Line($"public readonly {member.Type} {member.Name};");

            code.Line()
                .Line("[OutputConstructor]")
                .Block(
                    $"private {className}({string.Join(", ", members.Select(member => $"{member.Type} {member.Parameter}"))})",
                    () => members.ForEach(member => code.Line($"{member.Name} = {member.Parameter};")));
        });
    }
}
