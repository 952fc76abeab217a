using Preview.Engine;

namespace Preview.Tests.Engine;

public class UrnTests
{
    [Theory]
    [InlineData("", "pulumi:pulumi:Stack", "shop-dev", "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev")]
    [InlineData("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", "a:b:C", "x", "urn:pulumi:dev::shop::a:b:C::x")]
    [InlineData("urn:pulumi:dev::shop::a:b:C$a:b:D::x", "a:b:E", "y::z", "urn:pulumi:dev::shop::a:b:C$a:b:D$a:b:E::y::z")]
    public void A_urn_carries_stack_project_types_and_name(string parent, string type, string name, string expected)
    {
        var urn = Urn.Of("dev", "shop", parent, type, name);

        Assert.Equal(expected, urn);
        Assert.Equal((type, name), (Urn.TypeOf(urn), Urn.NameOf(urn)));
        Assert.True(Urn.IsValid(urn));
    }

    [Theory]
    [InlineData("urn:pulumi:dev::shop::a:b:C")]
    [InlineData("arn:aws:s3:::data")]
    public void Other_texts_are_none(string text) => Assert.False(Urn.IsValid(text));
}
