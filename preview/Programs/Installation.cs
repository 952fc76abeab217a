namespace Preview.Programs;

/// <summary>How this preview came onto the machine: as a .NET tool, or by being built in its repository.</summary>
internal static class Installation
{
    /// <summary>The policy pack that comes along, by which it is asked for wherever it lies.</summary>
    public const string Pack = "sagemaker-guardrails";

    /// <summary>A tool has the pack in a folder beside its own assembly; a build has it where its sources are.</summary>
    public const string PackFolder = "policies";

    /// <summary>Whether this is the tool.</summary>
    public static bool IsTool { get; } = File.Exists(Path.Combine(AppContext.BaseDirectory, PackFolder, Policies.PolicyPackFile.FileName));

    /// <summary>What runs it where its sources are.</summary>
    public const string BuiltCommand = "dotnet run --project preview --";

    /// <summary>What a user types to run it, for help and messages.</summary>
    public static string Command => IsTool ? "sagemaker-preview" : BuiltCommand;
}
