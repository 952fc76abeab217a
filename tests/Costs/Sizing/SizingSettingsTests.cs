using Costs.Sizing;

namespace Costs.Tests.Sizing;

public class SizingSettingsTests
{
    private static readonly SizingSettings Settings = new(PropertyMap.Of(
        ("trainingTypes", (string[])["ml.p5.*"]),
        ("smallModelTypes", (string[])["ml.g4dn.xlarge"]),
        ("mediumModelTypes", (string[])["ml.g6e.*"])));

    [Theory]
    [InlineData(0.9, "smallModelTypes")]
    [InlineData(1, "mediumModelTypes")]
    [InlineData(10, "mediumModelTypes")]
    [InlineData(10.1, "trainingTypes")]
    public void The_size_of_a_model_decides_which_list_holds(double billions, string setting) =>
        Assert.Equal(setting, Settings.Allowed(SizingSettings.TrainingTypes, Model(billions)).Setting);

    [Fact]
    public void Without_a_declared_size_the_list_of_the_purpose_holds() =>
        Assert.Equal("ml.p5.*", Settings.Allowed(SizingSettings.TrainingTypes, demand: null).Types.ToString());

    [Fact]
    public void Only_training_and_hosting_depend_on_the_model()
    {
        Assert.True(Settings.DependsOnModel(SizingSettings.HostingTypes));
        Assert.False(Settings.DependsOnModel("developmentTypes"));
        Assert.Equal("developmentTypes", Settings.Allowed("developmentTypes", Model(0.5)).Setting);
        Assert.False(SizingSettings.None.DependsOnModel(SizingSettings.HostingTypes));
    }

    [Fact]
    public void Accepted_types_add_to_a_list_and_make_none()
    {
        var settings = new SizingSettings(PropertyMap.Of(
            ("trainingTypes", (string[])["ml.g5.xlarge"]), ("acceptedTypes", (string[])["ml.z9.*"])));

        Assert.True(settings.Allowed(SizingSettings.TrainingTypes, demand: null).Types.Include("ml.z9.large"));
        Assert.True(settings.Allowed(SizingSettings.HostingTypes, demand: null).Types.IsEmpty);
    }

    private static ModelDemand Model(double billions) => new(billions, ModelUse.Full, 0.3, IsSharded: true);
}
