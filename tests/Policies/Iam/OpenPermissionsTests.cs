using Policies.SageMaker;
using ResourceViews.Aws.Iam;
using Native = ResourceViews.AwsNative.Iam;

namespace Policies.Tests.Iam;

/// <summary>What policy documents let somebody create, by the two policies that ask.</summary>
public class OpenPermissionsTests
{
    private const string TypesLimited = """
        "ForAllValues:StringLike": {"sagemaker:InstanceTypes": ["ml.g5.*"]}, "Null": {"sagemaker:InstanceTypes": "false"}
        """;

    private const string TimeLimited = """
        "NumericLessThanEquals": {"sagemaker:MaxRuntimeInSeconds": "3600"}
        """;

    private static readonly PropertyMap Refused = PropertyMap.Of(("openPermissions", "refuse"));
    private static readonly NoOversizedInstances Types = new();
    private static readonly RuntimeCapped Time = new();

    [Fact]
    public void A_permission_without_the_condition_is_warned_about()
    {
        Assert.Equal(
            "trainer: policy.Statement[0] allows sagemaker:CreateTrainingJob without a condition on sagemaker:InstanceTypes: any instance type can "
                + "be started with it. Add ForAllValues:StringLike with the types that are meant, and Null false; or a Deny with "
                + "ForAnyValue:StringNotLike.",
            Types.On(Policy(Allow("sagemaker:CreateTrainingJob"))).Warning());
        Assert.Contains("a condition on sagemaker:MaxRuntimeInSeconds", Time.On(Policy(Allow("sagemaker:CreateTrainingJob"))).Warning());
    }

    [Fact]
    public void A_setting_makes_it_a_violation_or_nothing()
    {
        var policy = Policy(Allow("sagemaker:CreateTrainingJob"));

        Assert.True(Types.On(policy, Refused).IsViolation);
        Types.On(policy, PropertyMap.Of(("openPermissions", "ignore"))).ShouldBeCompliant();
    }

    [Fact]
    public void With_the_condition_it_is_compliant()
    {
        var policy = Policy(Allow("sagemaker:CreateTrainingJob", $"{TypesLimited},{TimeLimited}"));

        Types.On(policy).ShouldBeCompliant();
        Time.On(policy).ShouldBeCompliant();
    }

    [Theory]
    [InlineData("sagemaker:*")]
    [InlineData("sagemaker:Create*")]
    [InlineData("SageMaker:createTrainingjob")]
    [InlineData("*")]
    public void Wildcards_are_looked_through(string action) =>
        Assert.Contains($"allows {action}, and so sagemaker:CreateTrainingJob", Types.On(Policy(Allow(action))).Warning());

    [Fact]
    public void Everything_but_something_else_is_a_permission_too() => Assert.Contains(
        "allows everything but iam:*, and so sagemaker:CreateTrainingJob and 13 more",
        Types.On(Policy("""{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}""")).Warning());

    [Theory]
    [InlineData("sagemaker:Describe*")]
    [InlineData("sagemaker:InvokeEndpoint")]
    [InlineData("sagemaker:CreateModel")]
    [InlineData("s3:*")]
    public void What_starts_nothing_may_be_open(string action) => Types.On(Policy(Allow(action))).ShouldBeCompliant();

    [Theory]
    [InlineData("arn:aws:s3:::artifacts/*", true)]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:endpoint/*", true)]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:training-job/*", false)]
    [InlineData("arn:aws:sagemaker:*:*:*", false)]
    public void Resources_that_nobody_can_create_with_it_are_no_permission(string resource, bool isCompliant) => Assert.Equal(
        isCompliant, Types.On(Policy($$"""{"Effect":"Allow","Action":"*","Resource":"{{resource}}"}""")).IsCompliant);

    [Theory]
    [InlineData("""
        "ForAllValues:StringLike": {"sagemaker:InstanceTypes": ["ml.g5.*"]}
        """, false)]
    [InlineData("""
        "ForAnyValue:StringLike": {"sagemaker:InstanceTypes": "ml.g5.*"}
        """, false)]
    [InlineData("""
        "ForAnyValue:StringLike": {"sagemaker:InstanceTypes": "ml.*"}, "ForAllValues:StringLike": {"sagemaker:InstanceTypes": "ml.g5.*"}
        """, true)]
    [InlineData("""
        "StringLike": {"sagemaker:InstanceTypes": "ml.g5.*"}
        """, true)]
    [InlineData("""
        "StringLikeIfExists": {"sagemaker:InstanceTypes": "ml.g5.*"}
        """, false)]
    [InlineData("""
        "ForAnyValue:StringLike": {"sagemaker:InstanceTypes": ["ml.g5.*", "ml.*"]}
        """, false)]
    [InlineData("""
        "Null": {"sagemaker:InstanceTypes": "false"}
        """, false)]
    [InlineData("""
        "StringEquals": {"aws:RequestTag/team": "ml"}
        """, false)]
    [InlineData("""
        "StringNotEquals": {"sagemaker:InstanceTypes": "ml.t3.medium"}
        """, false)]
    public void Only_a_condition_that_limits_counts(string condition, bool isLimited) =>
        Assert.Equal(isLimited, Types.On(Policy(Allow("sagemaker:CreateTrainingJob", condition))).IsCompliant);

    [Theory]
    [InlineData("""
        "Null": {"sagemaker:MaxRuntimeInSeconds": false}
        """)]
    [InlineData("""
        "NumericLessThan": {"sagemaker:maxruntimeinseconds": 3600}
        """)]
    public void A_job_that_must_state_its_run_time_is_limited(string condition) =>
        Time.On(Policy(Allow("sagemaker:CreateTrainingJob", condition))).ShouldBeCompliant();

    [Fact]
    public void A_job_that_must_run_longer_is_not() => Assert.NotEmpty(Time.On(Policy(Allow(
        "sagemaker:CreateTrainingJob",
        """
        "NumericGreaterThan": {"sagemaker:MaxRuntimeInSeconds": "60"}
        """))).Warnings);

    [Theory]
    [InlineData("sagemaker:CreateDomain")]
    [InlineData("sagemaker:UpdateDomain")]
    [InlineData("sagemaker:CreateUserProfile")]
    [InlineData("sagemaker:CreateSpace")]
    [InlineData("sagemaker:UpdateTrainingJob")]
    public void What_says_on_which_instances_something_will_start_is_asked_about_too(string action) =>
        Assert.NotEmpty(Types.On(Policy(Allow(action))).Warnings);

    [Theory]
    [InlineData("""
        "StringEquals": {"sagemaker:InstanceTypes": "ml.t3.medium"}
        """, false)]
    [InlineData("""
        "ForAnyValue:StringNotLike": {"sagemaker:InstanceTypes": "ml.*"}
        """, false)]
    [InlineData("""
        "ForAnyValue:StringNotLike": {"sagemaker:InstanceTypes": "ml.g5.*"}, "Null": {"sagemaker:InstanceTypes": "false"}
        """, true)]
    [InlineData("""
        "ForAllValues:StringNotLike": {"sagemaker:InstanceTypes": "ml.g5.*"}
        """, false)]
    [InlineData("""
        "ForAnyValue:StringNotLike": {"sagemaker:InstanceTypes": "ml.g5.*"}, "StringEquals": {"aws:PrincipalTag/team": "ml"}
        """, false)]
    public void Only_a_denial_of_all_that_is_not_listed_limits_types(string condition, bool isLimited) => Assert.Equal(
        isLimited, Types.On(Policy(Allow("sagemaker:CreateApp"), Deny("sagemaker:CreateApp", condition))).IsCompliant);

    [Fact]
    public void A_denial_of_long_runs_needs_one_of_jobs_that_state_none()
    {
        const string Longer = """
            "NumericGreaterThan": {"sagemaker:MaxRuntimeInSeconds": "3600"}
            """;
        const string Unstated = """
            "Null": {"sagemaker:MaxRuntimeInSeconds": "true"}
            """;
        const string LongerOrUnstated = """
            "NumericGreaterThanIfExists": {"sagemaker:MaxRuntimeInSeconds": "3600"}
            """;
        const string OfOneTeam = """
            "StringEquals": {"aws:PrincipalTag/team": "ml"}
            """;
        var allowed = Allow("sagemaker:CreateTrainingJob");

        Assert.NotEmpty(Time.On(Policy(allowed, Deny("sagemaker:CreateTrainingJob", Longer))).Warnings);
        Assert.NotEmpty(Time.On(Policy(allowed, Deny("sagemaker:CreateTrainingJob", $"{Longer},{Unstated}"))).Warnings);
        Assert.NotEmpty(Time.On(Policy(allowed, Deny("sagemaker:CreateTrainingJob", $"{LongerOrUnstated},{OfOneTeam}"))).Warnings);
        Time.On(Policy(allowed, Deny("sagemaker:CreateTrainingJob", Longer), Deny("sagemaker:CreateTrainingJob", Unstated))).ShouldBeCompliant();
        Time.On(Policy(allowed, Deny("sagemaker:CreateTrainingJob", LongerOrUnstated))).ShouldBeCompliant();
    }

    [Fact]
    public void A_denial_in_the_same_document_limits_it_too()
    {
        const string Unlisted = """
            "ForAnyValue:StringNotLike": {"sagemaker:InstanceTypes": ["ml.g5.*"]}
            """;

        Types.On(Policy(Allow("sagemaker:CreateApp"), Deny("sagemaker:CreateApp", Unlisted))).ShouldBeCompliant();
        Types.On(Policy(Allow("sagemaker:CreateApp"), Deny("sagemaker:CreateApp", Unlisted, "arn:aws:sagemaker:*:*:app/*"))).ShouldBeCompliant();
        Types.On(Policy(Allow("sagemaker:*"), Deny("sagemaker:Create*"), Deny("sagemaker:Update*"))).ShouldBeCompliant();
        Assert.NotEmpty(Types.On(Policy(Allow("sagemaker:CreateApp"), Deny("sagemaker:CreateTrainingJob", Unlisted))).Warnings);
        Assert.NotEmpty(Types.On(Policy(Allow("sagemaker:CreateApp"), Deny("sagemaker:CreateApp", Unlisted, "arn:aws:sagemaker:*:*:app/d-1/*"))).Warnings);
    }

    [Fact]
    public void One_statement_needs_no_list() => Assert.StartsWith(
        "trainer: policy.Statement allows",
        Types.On(new PolicyProps
        {
            PolicyDocument = $$"""{"Version":"2012-10-17","Statement":{{Allow("sagemaker:CreateTrainingJob")}} }""",
        }).Warning(),
        StringComparison.Ordinal);

    [Fact]
    public void Roles_users_and_groups_are_looked_at_in_both_packages()
    {
        var text = Document(Allow("sagemaker:CreateTrainingJob"));
        var value = PropertyValue.Of(PropertyMap.Of(("Statement", new[]
        {
            PropertyValue.Of(PropertyMap.Of(("Effect", "Allow"), ("Action", new[] { "sagemaker:CreateTrainingJob" }), ("Resource", "*"))),
        })));

        Assert.NotEmpty(Types.On(new RoleProps { InlinePolicies = [new() { Policy = text }] }).Warnings);
        Assert.NotEmpty(Types.On("aws:iam/userPolicy:UserPolicy", PropertyMap.Of(("policy", text))).Warnings);
        Assert.NotEmpty(Types.On("aws:iam/groupPolicy:GroupPolicy", PropertyMap.Of(("policy", text))).Warnings);
        Assert.NotEmpty(Types.On(new Native.ManagedPolicyProps { PolicyDocument = value }).Warnings);
        Assert.NotEmpty(Types.On(new Native.ManagedPolicyProps { PolicyDocument = PropertyValue.Of(text) }).Warnings);
        Assert.NotEmpty(Types.On(new Native.RolePolicyProps { PolicyDocument = value }).Warnings);
        Assert.NotEmpty(Types.On("aws-native:iam:Group", PropertyMap.Of(("policies", new[]
        {
            PropertyValue.Of(PropertyMap.Of(("policyDocument", value))),
        }))).Warnings);
        Assert.StartsWith(
            "trainer: policies[0].policyDocument.Statement[0] allows",
            Types.On(new Native.RoleProps { Policies = [new() { PolicyDocument = value }] }).Warning(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/AmazonSageMakerFullAccess", false)]
    [InlineData("arn:aws:iam::aws:policy/AdministratorAccess", false)]
    [InlineData("arn:aws:iam::aws:policy/AmazonSageMakerReadOnly", true)]
    [InlineData("arn:aws:iam::123456789012:policy/AdministratorAccess", true)]
    public void Policies_of_aws_that_allow_everything_are_known(string arn, bool isCompliant)
    {
        Assert.Equal(isCompliant, Types.On(new RolePolicyAttachmentProps { PolicyArn = arn }).IsCompliant);
        Assert.Equal(isCompliant, Types.On(new RoleProps { ManagedPolicyArns = [arn] }).IsCompliant);
    }

    [Fact]
    public void A_document_that_is_not_known_yet_is_unknown_where_it_would_be_refused()
    {
        var policy = new RolePolicyProps { Policy = Known<string>.Unknown };

        Types.On(policy, Refused).ShouldBeUnknown("policy");
        Types.On(policy).ShouldBeCompliant();
        Types.On(new RolePolicyAttachmentProps { PolicyArn = Known<string>.Unknown }, Refused).ShouldBeUnknown("policyArn");
    }

    [Fact]
    public void So_is_a_part_of_one_that_decides()
    {
        Types.On(Statement(("Effect", "Allow"), ("Action", PropertyValue.Unknown), ("Resource", "*")), Refused)
            .ShouldBeUnknown("policyDocument.Statement[0]");
        Types.On(Statement(("Effect", "Allow"), ("Action", "sagemaker:*"), ("Resource", "*"), ("Condition", PropertyValue.Unknown)), Refused)
            .ShouldBeUnknown("policyDocument.Statement[0]");
        Types.On(Statement(("Effect", "Allow"), ("Action", "s3:*"), ("Resource", PropertyValue.Unknown)), Refused).ShouldBeCompliant();
        Assert.True(Types.On(Statement(("Effect", "Allow"), ("Action", "sagemaker:*"), ("Resource", PropertyValue.Unknown)), Refused).IsViolation);
    }

    [Fact]
    public void A_secret_document_is_read_and_not_told()
    {
        var message = Types.On(new RolePolicyProps { Policy = Known<string>.Secret(Document(Allow("sagemaker:CreateTrainingJob"))) }).Warning();

        Assert.StartsWith("trainer: policy lets somebody create without a condition", message, StringComparison.Ordinal);
        Assert.DoesNotContain("CreateTrainingJob", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_cannot_be_read_says_so() =>
        Assert.Contains("policy is not valid JSON", Types.On(new RolePolicyProps { Policy = "{" }).Warning());

    private static Native.ManagedPolicyProps Statement(params ReadOnlySpan<(string, object?)> members) => new()
    {
        PolicyDocument = PropertyValue.Of(PropertyMap.Of(("Statement", new[] { PropertyValue.Of(PropertyMap.Of(members)) }))),
    };

    private static RolePolicyProps Policy(params string[] statements) => new() { Policy = Document(statements) };

    private static string Document(params string[] statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""";

    private static string Allow(string action, string conditions = "") =>
        $$"""{"Effect":"Allow","Action":["{{action}}"],"Resource":"*","Condition":{ {{conditions}} } }""";

    private static string Deny(string action, string conditions = "", string resource = "*") => conditions.Length == 0
        ? $$"""{"Effect":"Deny","Action":"{{action}}","Resource":"{{resource}}"}"""
        : $$"""{"Effect":"Deny","Action":"{{action}}","Resource":"{{resource}}","Condition":{ {{conditions}} } }""";
}
