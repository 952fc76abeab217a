using Preview.Schemas;

namespace Preview.Providers;

/// <summary>A resource's inputs as its provider completes them, or what it refuses about them.</summary>
internal sealed record CheckedInputs(PropertyMap Inputs, IReadOnlyList<Fault> Faults)
{
    /// <summary>The package whose provider is bridged from Terraform, and keeps books of what it filled in.</summary>
    private const string BridgedPackage = "aws";

    public static CheckedInputs Of(PackageSchema package, ResourceSchema schema, string type, string urn, string name, PropertyMap inputs)
    {
        var nameProperty = AutoName.PropertyOf(type, schema.Inputs);
        var isNamed = nameProperty is null || inputs[nameProperty].Kind is not (PropertyKind.Missing or PropertyKind.Null);
        if (!isNamed)
        {
            if (AutoName.For(urn, name) is not { } given)
            {
                return new(inputs, [new(nameProperty!, $"no name can be made of '{name}', which is too long; give the property a value")]);
            }

            inputs = inputs.With(nameProperty!, PropertyValue.Of(given));
        }

        var faults = InputCheck.Run(package, inputs, schema.Inputs);
        return new(
            package.Name == BridgedPackage ? ProviderDefaults.Add(inputs, isNamed ? [] : [nameProperty!]) : inputs,
            faults);
    }
}
