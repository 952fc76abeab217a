using Infra.Compute;

namespace Infra.Tests.Compute;

public class InstanceUnitsTests
{
    [Theory]
    [InlineData("ml.m8g.medium", 1, 0)]
    [InlineData("ml.m5.large", 2, 0)]
    [InlineData("ml.c5.18xlarge", 72, 0)]
    [InlineData("ml.g4dn.xlarge", 4, 1)]
    [InlineData("ml.g6.16xlarge", 64, 1)]
    [InlineData("ml.g7e.12xlarge", 48, 2)]
    [InlineData("ml.p5.4xlarge", 16, 1)]
    [InlineData("ml.p5.48xlarge", 192, 8)]
    [InlineData("ml.p5.96xlarge", 384, null)]
    [InlineData("ml.m5.metal", null, 0)]
    public void Cores_follow_from_the_size_and_GPUs_are_listed(string type, int? virtualCpus, int? gpus) => Assert.Equal(
        (virtualCpus, gpus), (InstanceType.Parse(type).VirtualCpus(), InstanceType.Parse(type).Gpus()));
}
