using System.Text.RegularExpressions;
using CsCheck;
using Infra.Hosting;
using Infra.Settings;

namespace Infra.Tests.Hosting;

public class ScaledNameTests
{
    private const int LongestOfSageMaker = 63;

    private const int GeneratedSuffix = 8;

    private static readonly Gen<string> InstanceTypes = Gen.Select(
        Gen.OneOf("m5", "g4dn", "p6-b200", "p6e-gb200", "a-family-that-aws-has-not-thought-of-yet"),
        Gen.OneOf("large", "xlarge", "36xlarge", "112xlarge"),
        (family, size) => $"ml.{family}.{size}");

    private static readonly Gen<string> Keys = Gen.Int[1, ResourceName.MaxLength].Select(length => new string('k', length));

    [Fact]
    public void It_says_the_instance_type_where_there_is_room() =>
        Assert.Equal("search-g4dn-xlarge-zero", ScaledName.Of("search", "ml.g4dn.xlarge", toZero: true));

    [Fact]
    public void It_fits_for_keys_and_instance_types_of_every_length() => Gen.Select(Keys, InstanceTypes, Gen.Bool).Sample(
        (key, type, toZero) => ScaledName.Of(key, type, toZero) is { Length: <= LongestOfSageMaker - GeneratedSuffix } name
            && Regex.IsMatch(name, "^[a-z0-9](-*[a-z0-9])*$"));

    [Fact]
    public void Another_instance_type_or_going_to_zero_is_another_name() =>
        Gen.Select(Keys, InstanceTypes, InstanceTypes, Gen.Bool, Gen.Bool).Sample((key, one, other, zero, otherZero) =>
            (one == other && zero == otherZero)
            == (ScaledName.Of(key, one, zero) == ScaledName.Of(key, other, otherZero)));
}
