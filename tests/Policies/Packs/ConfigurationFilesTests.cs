using Policies.Packs;
using Policies.SageMaker;
using ResourceViews.Aws.Sagemaker;

namespace Policies.Tests.Packs;

/// <summary>policies/config/ holds three levels of strictness; the rule by which is in docs/policies/README.md.</summary>
public class ConfigurationFilesTests
{
    public static TheoryData<string> Names => [.. ConfigurationFile.Names];

    [Fact]
    public void There_are_three_files() => Assert.Equal(
        ConfigurationFile.Names.Order(StringComparer.Ordinal),
        Directory.GetFiles(ConfigurationFile.Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_names_every_policy_of_the_pack_in_its_order(string name) => Assert.Equal(
        Guardrails.Pack.Policies.Select(packed => packed.Policy.Info.Name), ConfigurationFile.Read(name).Levels.Select(policy => policy.Name));

    /// <summary>Names of settings and their values.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_pack_takes_a_file(string name) => new PolicyHost(Guardrails.Pack).Configure(ConfigurationFile.Read(name).Request());

    [Fact]
    public void Prod_is_as_strict_as_the_pack() => Assert.Equal(Levels(packed => packed.Level), Levels("prod"));

    [Fact]
    public void Dev_is_strict_only_where_the_next_deployment_does_not_put_it_right() => Assert.Equal(
        Levels(packed => packed.Level == EnforcementLevel.Mandatory && !IsIrreversible(packed) ? EnforcementLevel.Advisory : packed.Level),
        Levels("dev"));

    /// <summary>What nobody trains or serves on: a notebook instance, or an app of Studio.</summary>
    [Theory]
    [InlineData("ml.t3.medium", true, true)]
    [InlineData("ml.m5.xlarge", true, true)]
    [InlineData("ml.g4dn.xlarge", true, true)]
    [InlineData("ml.m5.2xlarge", true, false)]
    [InlineData("ml.g5.2xlarge", true, false)]
    [InlineData("ml.g5.16xlarge", false, false)]
    [InlineData("ml.m7i.48xlarge", false, false)]
    public void People_develop_on_small_types_and_on_smaller_ones_in_prod(string type, bool inDev, bool inProd)
    {
        Assert.Equal(inDev, IsAccepted("dev"));
        Assert.Equal(inProd, IsAccepted("prod"));

        bool IsAccepted(string file) => !new NoOversizedInstances().On(
            new NotebookInstanceProps { InstanceType = type },
            ConfigurationFile.Read(file).Settings[SizingSettings.PolicyName]).IsViolation;
    }

    [Fact]
    public void Audit_shows_everything_and_stops_nothing() => Assert.Equal(Levels(_ => EnforcementLevel.Advisory), Levels("audit"));

    /// <summary>A limit is a setting whose name begins with max; where a file is silent, the default counts.</summary>
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Audit_limits_as_strictly(string other) => Assert.All(Guardrails.Pack.Policies.SelectMany(Settings), setting =>
    {
        var (strict, compared) = (Value(Audit, setting), Value(ConfigurationFile.Read(other), setting));
        var isWeaker = setting.Setting.Name.StartsWith("max", StringComparison.Ordinal)
            ? strict.AsNumber() > compared.AsNumber()
            : strict.AsBool() == false && compared.AsBool() == true;

        Assert.False(isWeaker, $"{setting.Policy}: {setting.Setting.Name} is {strict} in audit and {compared} in {other}.");
    });

    private static ConfigurationFile Audit { get; } = ConfigurationFile.Read("audit");

    private static IEnumerable<(string Policy, PolicySetting Setting)> Settings(PackedPolicy packed) =>
        packed.Policy.Info.Config!.Settings.Select(setting => (packed.Policy.Info.Name, setting));

    private static PropertyValue Value(ConfigurationFile file, (string Policy, PolicySetting Setting) setting)
    {
        var given = file.Settings.GetValueOrDefault(setting.Policy, PropertyMap.Empty)[setting.Setting.Name];
        return given.IsMissing ? setting.Setting.Schema["default"] : given;
    }

    private static bool IsIrreversible(PackedPolicy packed) => packed.Policy.Info.Tags.Contains(PolicyTags.Irreversible);

    private static IEnumerable<string> Levels(Func<PackedPolicy, EnforcementLevel> level) =>
        Guardrails.Pack.Policies.Select(packed => Line(packed.Policy.Info.Name, level(packed)));

    private static IEnumerable<string> Levels(string file) => ConfigurationFile.Read(file).Levels.Select(policy => Line(policy.Name, policy.Level));

    private static string Line(string policy, EnforcementLevel level) => $"{policy}: {level}";
}
