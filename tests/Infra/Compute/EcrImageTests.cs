using Infra.Compute;

namespace Infra.Tests.Compute;

public class EcrImageTests
{
    [Theory]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5", "us-east-1", "pytorch-training")]
    [InlineData("763104351884.dkr.ecr.cn-north-1.amazonaws.com.cn/team/model_a:v1", "cn-north-1", "team/model_a")]
    [InlineData(
        "763104351884.dkr.ecr.us-gov-west-1.amazonaws.com/x@sha256:0123456789012345678901234567890123456789012345678901234567890123",
        "us-gov-west-1", "x")]
    public void The_repository_is_read_from_the_image(string uri, string region, string repository) =>
        Assert.Equal(new EcrImage("763104351884", region, repository), EcrImage.Parse(uri));

    [Theory]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training")]
    [InlineData("7631043.dkr.ecr.us-east-1.amazonaws.com/x:1")]
    [InlineData("docker.io/library/python:3")]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com/x:1 ")]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com/UPPER:1")]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com/x//y:1")]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com/x@sha256:12")]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com.tw/x:1")]
    [InlineData("763104351884.dkr.ecr.useast1.amazonaws.com/x:1")]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com/x:")]
    [InlineData("763104351884.dkr.ecr.us-east-1.amazonaws.com")]
    public void Anything_else_is_not_an_image_in_ECR(string uri) => Assert.False(EcrImage.TryParse(uri, out _));
}
