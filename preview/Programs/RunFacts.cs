using Preview.Engine;

namespace Preview.Programs;

/// <summary>What starting programs and packs needs to know of a run.</summary>
/// <param name="ProgramDirectory">Folder of the program, where packs run too, while Pulumi.yaml is being read.</param>
/// <param name="Built">What is built already.</param>
/// <param name="Settings">The stack, while its files are being read.</param>
internal sealed record RunFacts(Task<string> ProgramDirectory, BuiltProjects Built, Task<EngineSettings> Settings);
