using Preview.CommandLine;
using Preview.Engine;
using Preview.Pricing;
using Preview.Projects;

namespace Preview.Runs;

/// <summary>Reads what a run needs to know of its stack.</summary>
internal static class SettingsReader
{
    /// <exception cref="UserErrorException">The stack does not exist, or a setting is missing or faulty.</exception>
    public static (EngineSettings Engine, IReadOnlyList<string> Warnings) Read(ProjectFile project, string programDirectory, Arguments arguments)
    {
        var stackFile = StackFile.Read(project, arguments.Stack);
        var secrets = SecretValues.Read(project.Name, arguments.SecretsFile, Environment.GetEnvironmentVariable);
        var builder = new StackConfigBuilder(project, stackFile, arguments.Stack, secrets);
        var config = builder.Build(arguments.Config);
        var prices = PriceFile.Find(arguments.PriceFile, config, project.Directory);
        return (
            new(project.Name, arguments.Stack, prices.SetIn(config), programDirectory) { Prices = prices.Book },
            [.. stackFile.Warnings, .. builder.Undeclared(), .. prices.Warnings(config)]);
    }
}
