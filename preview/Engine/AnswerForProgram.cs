using Preview.Providers;

namespace Preview.Engine;

/// <summary>Outputs as a program can take them.</summary>
internal static class AnswerForProgram
{
    /// <param name="outputs">The outputs of a resource or function.</param>
    /// <param name="acceptSecrets">Whether it understands secrets; otherwise it gets the plain values.</param>
    /// <param name="acceptResources">Whether it understands references to resources; otherwise it gets ids.</param>
    /// <param name="supportsPartialValues">Whether a property may be partly unknown; otherwise such a property is left out.</param>
    public static PropertyMap Of(PropertyMap outputs, bool acceptSecrets, bool acceptResources, bool supportsPartialValues)
    {
        var answer = supportsPartialValues ? outputs : WithoutUnknowns(outputs);
        answer = acceptResources ? answer : ResourceReferences.Flatten(answer);
        return acceptSecrets ? answer : Secrets.Reveal(answer);
    }

    private static PropertyMap WithoutUnknowns(PropertyMap outputs) => PropertyMap.Build(writer =>
    {
        foreach (var member in outputs.WithInternal)
        {
            if (!member.Value.ContainsUnknown())
            {
                writer.WriteName(member.Name);
                writer.WriteValue(member.Value);
            }
        }
    });
}
