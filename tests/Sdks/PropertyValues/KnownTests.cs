using PropertyValues;
using ResourceViews.Aws.CloudWatch;

namespace Sdks.Tests.PropertyValues;

public class KnownTests
{
    [Fact]
    public void A_value_not_set_and_a_value_not_known_are_different_things()
    {
        var missing = Known.Text(default);
        var unknown = Known.Text(PropertyValue.Unknown);

        Assert.True(missing is { IsKnown: true, IsSet: false, Value: null });
        Assert.True(unknown is { IsKnown: false, IsSet: false, Value: null });
        Assert.NotEqual(missing, unknown);
    }

    [Fact]
    public void Numbers_that_are_not_set_are_null_not_zero()
    {
        Assert.Null(Known.Integer(default).Value);
        Assert.Equal(3, Known.Integer(PropertyValue.Of(3)).Value);
    }

    [Fact]
    public void Numbers_beyond_32_bits_are_read_where_they_may_stand()
    {
        Assert.Equal(5_368_709_120, Known.WideInteger(PropertyValue.Of(5_368_709_120)).Value);
        Assert.Equal(5_368_709_120, Known.WideInteger(PropertyValue.Of("5368709120")).Value);
        Assert.Null(Known.WideInteger(PropertyValue.Of(0.5)).Value);
        Assert.True(Known.WideInteger(PropertyValue.Unknown).IsUnknown);
    }

    [Theory]
    [InlineData("ml.g5.xlarge")]
    [InlineData(null)]
    public void A_value_survives_the_way_there_and_back(string? text)
    {
        Assert.Equal(text, Known.Text(((Known<string>)text).ToProperty()).Value);
        Assert.Equal(Known<string>.Unknown, Known.Text(Known<string>.Unknown.ToProperty()));
        Assert.Equal(Known<string>.UnknownSecret(), Known.Text(Known<string>.UnknownSecret().ToProperty()));
    }

    [Fact]
    public void A_secret_stays_secret_and_is_not_printed()
    {
        var secret = Known.Text(Known<string>.Secret("hunter2").ToProperty());

        Assert.True(secret.IsSecret);
        Assert.Equal("hunter2", secret.Value);
        Assert.Equal("[secret]", secret.ToString());
    }

    [Fact]
    public void Lists_and_maps_print_like_simple_values()
    {
        KnownList<string> zones = ["a", Known<string>.Secret("hunter2"), Known<string>.Unknown];
        KnownMap<int?> sizes = new Dictionary<string, Known<int?>> { ["a"] = 1 };
        ViewList<LogGroupProps> views = [new() { RetentionInDays = 1 }];

        Assert.Equal("""["a","[secret]","[unknown]"]""", $"{zones}");
        Assert.Equal("""{"a":1}""", $"{sizes}");
        Assert.Equal("""[{"retentionInDays":1}]""", $"{views}");
        Assert.Equal("not set", $"{KnownList.Texts(default)}");
        Assert.Equal("[unknown]", $"{KnownMap<string>.Unknown}");
        Assert.Equal("[secret]", $"{KnownMap.Texts(PropertyValue.SecretOf(PropertyMap.Of(("a", "hunter2"))))}");
    }

    [Fact]
    public void A_list_is_made_from_plain_values_and_each_element_may_be_unknown()
    {
        KnownList<string> zones = ["a", Known<string>.Unknown];

        var read = new List<Known<string>>();
        foreach (var zone in zones)
        {
            read.Add(zone);
        }

        Assert.Equal([(Known<string>)"a", Known<string>.Unknown], read);
        Assert.False(zones.IsUnknown);
        Assert.True(KnownList.Texts(PropertyValue.Unknown).IsUnknown);
        Assert.True(KnownList.Texts(default).IsMissing);
    }
}
