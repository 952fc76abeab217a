using Costs.Catalogue;
using Preview.Projects;

namespace Preview.Engine;

/// <summary>What the engine knows of the run before it begins.</summary>
/// <param name="Project">Name of the project.</param>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Config">The stack's settings.</param>
/// <param name="ProgramDirectory">Folder of the program.</param>
internal sealed record EngineSettings(string Project, string Stack, StackConfig Config, string ProgramDirectory)
{
    /// <summary>Organization of stacks that are kept in no Pulumi Cloud.</summary>
    public const string Organization = "organization";

    /// <summary>Registrations that a program may have under way at a time.</summary>
    public const int Parallel = 16;

    /// <summary>USD that the stack was expected to cost a month before; null where the run is compared with nothing.</summary>
    public decimal? BaselineUsd { get; init; }

    /// <summary>What the plan is priced with.</summary>
    public PriceBook Prices { get; init; } = PriceBook.BuiltIn;

    public string RootStackUrn => Urn.Of(Stack, Project, parent: "", Urn.StackType, $"{Project}-{Stack}");
}
