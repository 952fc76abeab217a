using System.Text.RegularExpressions;
using CsCheck;
using Infra.Settings;

namespace Infra.Tests.Settings;

/// <summary>The patterns that editors check by accept what the program accepts, and nothing else.</summary>
public class FormatTests
{
    /// <summary>Pieces that formats are made of, so that random texts of them are often right and often nearly right.</summary>
    private static readonly string[] Pieces =
    [
        "a", "z", "A", "Z", "0", "7", "ab", "-", "--", "_", ".", "..", "/", "//", ":", "@", "+", "=", " ", "é", "*",
        "ml.", "g5", "large", "2xlarge", "metal", "12", "23:", "59", "Europe", "123456789012", ".dkr.ecr.", "us-east-1",
        ".amazonaws.com", ".cn", "/repo", ":latest", "@sha256:" + new string('a', 64), new string('x', 50), "name@", "example.com",
    ];

    /// <summary>One right text of each format, to change a little.</summary>
    private static readonly string[] Right =
    [
        "763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1", "ml.p6-b200.48xlarge", "ml@example.com",
        "team: ml", "a-bucket", "conversations/train", "08:30", "America/New_York", "ranking", "Etc/GMT+3",
        "arn:aws:iam::123456789012:role/name", "L-1A2B3C4D",
    ];

    private static readonly Gen<string> Letters = Gen.Char[' ', '~'].Select(letter => letter.ToString());

    public static TheoryData<string> Formats => [.. WithPattern().Select(format => format.GetType().Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_pattern_matches_what_its_format_accepts(string name)
    {
        var format = WithPattern().Single(format => format.GetType().Name == name);
        var pattern = new Regex(format.Pattern!, RegexOptions.CultureInvariant);

        TextsLike(Right.Where(format.IsValid)).Sample(text => format.IsValid(text) == pattern.IsMatch(text), iter: 50_000);
    }

    [Fact]
    public void The_pattern_of_names_matches_usable_names() => TextsLike(Right.Where(ResourceName.IsValid)).Sample(
        text => ResourceName.IsValid(text) == Regex.IsMatch(text, ResourceName.Pattern), iter: 50_000);

    /// <summary>Random texts, and right ones with one place changed; there has to be a right one.</summary>
    private static Gen<string> TextsLike(IEnumerable<string> right) => Gen.OneOf(
        Gen.OneOf(Pieces).Array[0, 8].Select(string.Concat),
        Gen.Select(Gen.OneOf([.. right]), Gen.Int[0, 999], Gen.Int[0, 2], Gen.OneOf(Letters, Gen.OneOf([.. Pieces, ""]))).Select(
            (text, at, removed, piece) =>
            {
                var start = at % (text.Length + 1);
                return string.Concat(text.AsSpan(0, start), piece, text.AsSpan(Math.Min(start + removed, text.Length)));
            }));

    private static IEnumerable<FormatAttribute> WithPattern() => typeof(FormatAttribute).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(FormatAttribute)) && !type.IsAbstract)
        .Select(type => (FormatAttribute)Activator.CreateInstance(type)!)
        .Where(format => format.Pattern is not null);
}
