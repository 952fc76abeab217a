using Preview.Projects;

namespace Preview.Engine;

/// <summary>What the engine knows of the run before it begins.</summary>
internal sealed record EngineSettings(string Project, string Stack, StackConfig Config)
{
    /// <summary>Organization of stacks that are kept in no Pulumi Cloud.</summary>
    public const string Organization = "organization";

    /// <summary>Registrations that a program may have under way at a time.</summary>
    public const int Parallel = 16;

    public string RootStackUrn => Urn.Of(Stack, Project, parent: "", Urn.StackType, $"{Project}-{Stack}");
}
