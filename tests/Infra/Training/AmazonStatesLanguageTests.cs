using System.Text.Json.Nodes;
using Infra.Tests.Builders;
using Infra.Training;
using Interop;

namespace Infra.Tests.Training;

public class AmazonStatesLanguageTests
{
    [SkippableFact]
    public async Task A_validator_finds_nothing_in_a_launcher()
    {
        foreach (var family in (TrainingFamily[])[Valid.Family, Valid.Family with { Spot = false }])
        {
            Assert.Empty(await NodeTools.FaultsOfAsync(LauncherDefinition.For(family, Valid.Site)));
        }
    }

    [SkippableFact]
    public async Task A_validator_finds_a_state_that_is_not_there()
    {
        var definition = (JsonObject)LauncherDefinition.For(Valid.Family, Valid.Site).DeepClone();
        definition["StartAt"] = "Nowhere";

        Assert.NotEmpty(await NodeTools.FaultsOfAsync(definition));
    }
}
