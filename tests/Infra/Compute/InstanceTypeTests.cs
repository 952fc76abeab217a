using Infra.Compute;

namespace Infra.Tests.Compute;

public class InstanceTypeTests
{
    [Theory]
    [InlineData("ml.g5.xlarge", true, false)]
    [InlineData("ml.g5.12xlarge", true, true)]
    [InlineData("ml.g4dn.16xlarge", true, false)]
    [InlineData("ml.p3.2xlarge", false, false)]
    [InlineData("ml.p3.8xlarge", false, true)]
    [InlineData("ml.p5.4xlarge", true, false)]
    [InlineData("ml.p6-b200.48xlarge", true, true)]
    [InlineData("ml.m5.large", false, false)]
    [InlineData("ml.m6gd.large", true, false)]
    [InlineData("ml.dl1.24xlarge", true, false)]
    public void Storage_and_GPUs_follow_from_the_type(string name, bool hasLocalStorage, bool hasSeveralGpus)
    {
        var type = InstanceType.Parse(name);

        Assert.Equal(name, type.ToString());
        Assert.Equal(hasLocalStorage, type.HasLocalStorage);
        Assert.Equal(hasSeveralGpus, type.HasSeveralGpus);
    }

    [Theory]
    [InlineData("g5.xlarge")]
    [InlineData("ml.g5")]
    [InlineData("ml.g5.huge")]
    [InlineData("ml.G5.xlarge")]
    [InlineData("ml..xlarge")]
    [InlineData("ml.g5.2Xlarge")]
    public void Anything_else_is_not_an_instance_type(string name) => Assert.False(InstanceType.TryParse(name, out _));
}
