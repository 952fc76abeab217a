using Infra.Development;
using Infra.Settings;
using Infra.Tests.Builders;

namespace Infra.Tests.Development;

public class StudioDomainTests
{
    [Fact]
    public async Task There_is_no_domain_unless_asked_for() =>
        Assert.Empty((await DeployedStack.Of(Valid.Stack)).All("aws:sagemaker/domain:Domain"));

    [Theory]
    [InlineData("defaultUserSettings.jupyterLabAppSettings")]
    [InlineData("defaultUserSettings.codeEditorAppSettings")]
    [InlineData("defaultSpaceSettings.jupyterLabAppSettings")]
    public async Task Apps_shut_down_when_idle_and_nobody_can_make_that_later(string app)
    {
        var domain = (await Deploy(Valid.Studio with { IdleMinutes = 90 })).Single("aws:sagemaker/domain:Domain");

        var idle = $"{app}.appLifecycleManagement.idleSettings";
        Assert.Equal("ENABLED", domain[$"{idle}.lifecycleManagement"]);
        Assert.Equal(90, domain[$"{idle}.idleTimeoutInMinutes"]);
        Assert.Equal(60, domain[$"{idle}.minIdleTimeoutInMinutes"]);
        Assert.Equal(90, domain[$"{idle}.maxIdleTimeoutInMinutes"]);
    }

    [Fact]
    public async Task It_stands_in_the_given_network_and_keeps_home_folders()
    {
        var domain = (await Deploy(Valid.Studio)).Single("aws:sagemaker/domain:Domain");

        Assert.Equal("IAM", domain["authMode"]);
        Assert.Equal("vpc-1a2b3c4d", domain["vpcId"]);
        Assert.Equal(["subnet-1a2b3c4d"], domain.Texts("subnetIds"));
        Assert.Equal("Retain", domain["retentionPolicy.homeEfsFileSystem"]);
        Assert.Equal("ENABLED", domain["tagPropagation"]);
        Assert.Equal("StudioDomain", domain.Tags["component"]);
        Assert.InRange(((string)domain["domainName"]!).Length, 1, 63);
    }

    [Fact]
    public async Task A_long_name_of_a_stack_still_gives_a_legal_name()
    {
        var stack = await DeployedStack.Of(Valid.Stack with { Studio = Valid.Studio }, $"{new string('s', 45)}-{new string('t', 54)}");

        Assert.Matches("^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$", (string)stack.Single("aws:sagemaker/domain:Domain")["domainName"]!);
    }

    [Fact]
    public async Task Another_network_is_another_name()
    {
        var here = (await Deploy(Valid.Studio)).Single("aws:sagemaker/domain:Domain")["domainName"];
        var there = (await Deploy(Valid.Studio with { VpcId = "vpc-2b3c4d5e" })).Single("aws:sagemaker/domain:Domain")["domainName"];

        Assert.Equal("sagemaker-infra-test-studio-1a2b3c4d", here);
        Assert.Equal("sagemaker-infra-test-studio-2b3c4d5e", there);
    }

    [Fact]
    public async Task People_run_apps_on_the_listed_types_only()
    {
        var stack = await Deploy(Valid.Studio with { InstanceTypes = ["ml.t3.medium", "ml.g5.xlarge"] });

        var denied = Assert.Single(
            stack.All("aws:iam/rolePolicy:RolePolicy").SelectMany(IamDocuments.Statements), statement => statement.Effect == "Deny");
        Assert.Contains("sagemaker:CreateApp", denied.Actions);
        Assert.Equal(
            """{"ForAnyValue:StringNotEquals":{"sagemaker:InstanceTypes":["ml.t3.medium","ml.g5.xlarge","system"]}}""",
            denied.Conditions!.ToJsonString());
    }

    [Fact]
    public void A_domain_needs_a_network()
    {
        var faults = Rules.Check(new StudioSettings { Enabled = true }, "studio");

        Assert.Equal(["studio.vpcId", "studio.subnetIds"], faults.Select(fault => fault.Path));
        Assert.Empty(Rules.Check(new StudioSettings(), "studio"));
    }

    [Theory]
    [InlineData("vpc-1a2b3c4d", true)]
    [InlineData("vpc-0123456789abcdef0", true)]
    [InlineData("vpc-1A2B3C4D", false)]
    [InlineData("vpc-1a2b3c", false)]
    [InlineData("subnet-1a2b3c4d", false)]
    public void The_id_of_a_network_is_checked_by_its_form(string id, bool isValid) =>
        Assert.Equal(isValid, Rules.Check(Valid.Studio with { VpcId = id }, "studio").Count == 0);

    private static Task<DeployedStack> Deploy(StudioSettings studio) => DeployedStack.Of(Valid.Stack with { Studio = studio });
}
