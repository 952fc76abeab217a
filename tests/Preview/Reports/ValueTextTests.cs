using Preview.Reports;

namespace Preview.Tests.Reports;

public class ValueTextTests
{
    [Fact]
    public void Members_line_up_and_what_is_secret_or_unknown_says_so()
    {
        var value = PropertyValue.Of(PropertyMap.Of(
            ("name", "data"), ("id", PropertyValue.Unknown), ("token", PropertyValue.SecretOf("hush")), ("sizes", new[] { 1, 2.5 }), ("none", PropertyMap.Empty)));

        var text = ValueText.Of(value, indent: 0);

        Assert.Equal(
            """
            {
                name : "data"
                id   : [unknown]
                token: [secret]
                sizes: [
                    [0]: 1
                    [1]: 2.5
                ]
                none : {}
            }
            """.ReplaceLineEndings("\n"),
            text);
    }
}
