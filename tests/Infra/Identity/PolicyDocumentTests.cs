using Infra.Identity;
using Infra.Storage;
using Infra.Tests.Builders;
using Infra.Training;

namespace Infra.Tests.Identity;

public class PolicyDocumentTests
{
    [Fact]
    public void A_document_is_written_as_IAM_shows_it() => Assert.Equal(
        """
        {"Version":"2012-10-17","Statement":[{"Sid":"AssumedByService","Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}}}]}
        """,
        Trust.Of("sagemaker.amazonaws.com", Valid.Place).ToJson());

    [Fact]
    public void Conditions_of_one_operator_stand_together()
    {
        var statement = new Statement
        {
            Sid = "Both",
            Actions = ["a:A", "a:B"],
            Resources = ["r"],
            Conditions = [new("Null", "k1", "false"), new("StringEquals", "k2", "v", "w"), new("Null", "k3", "true")],
        };

        Assert.Equal(
            """
            {"Sid":"Both","Effect":"Allow","Action":["a:A","a:B"],"Resource":"r","Condition":{"Null":{"k1":"false","k3":"true"},"StringEquals":{"k2":["v","w"]}}}
            """,
            statement.ToNode().ToJsonString());
    }

    [Fact]
    public void The_bucket_refuses_whoever_does_not_use_TLS()
    {
        var statement = Assert.Single(TlsOnlyPolicy.For("artifacts", Valid.Place).Statements);

        Assert.Equal("Deny", statement.Effect);
        Assert.Equal(["arn:aws:s3:::artifacts", "arn:aws:s3:::artifacts/*"], statement.Resources);
        Assert.Equal(new Condition("Bool", "aws:SecureTransport", "false").ToString(), Assert.Single(statement.Conditions).ToString());
    }

    [Fact]
    public void A_training_role_reads_and_writes_its_own_folders_only()
    {
        var statements = TrainingAccess.For(Valid.Family, Valid.Site).Statements.ToDictionary(statement => statement.Sid);

        Assert.Equal(
            [
                "arn:aws:s3:::artifacts-1234567/checkpoints/ranking/*", "arn:aws:s3:::artifacts-1234567/code/ranking/*",
                "arn:aws:s3:::artifacts-1234567/datasets/ranking/*",
            ],
            statements["ReadObjects"].Resources);
        Assert.Equal(
            ["arn:aws:s3:::artifacts-1234567/checkpoints/ranking/*", "arn:aws:s3:::artifacts-1234567/output/ranking/*"],
            statements["WriteObjects"].Resources);
        Assert.Equal(["arn:aws:ecr:us-east-1:763104351884:repository/pytorch-training"], statements["PullImage"].Resources);
    }

    [Fact]
    public void A_launcher_can_create_jobs_of_its_instance_type_and_run_time_only()
    {
        var create = LauncherAccess.For(Valid.Family, Valid.Site).Statements.Single(statement => statement.Sid == "CreateJobs");

        Assert.Equal(
            [
                "arn:aws:sagemaker:us-east-1:123456789012:training-job/test--ranking--spot-*",
                "arn:aws:sagemaker:us-east-1:123456789012:training-job/test--ranking--full-*",
            ],
            create.Resources);
        Assert.Equal(
            """
            {"ForAllValues:StringEquals":{"sagemaker:InstanceTypes":"ml.g5.xlarge"},"Null":{"sagemaker:InstanceTypes":"false"},"NumericLessThanEquals":{"sagemaker:MaxRuntimeInSeconds":"3600"}}
            """,
            create.ToNode()["Condition"]!.ToJsonString());
    }

    [Fact]
    public void A_launcher_without_fallback_has_no_permission_for_jobs_on_demand() => Assert.DoesNotContain(
        "--full-", LauncherAccess.For(Valid.Family with { OnDemandFallback = false }, Valid.Site).ToJson(), StringComparison.Ordinal);
}
