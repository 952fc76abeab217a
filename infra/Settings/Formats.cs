using System.ComponentModel.DataAnnotations;
using Infra.Compute;

namespace Infra.Settings;

/// <summary>A text of a certain form, and how to say so to somebody who typed another one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal abstract class FormatAttribute(string accepted) : ValidationAttribute
{
    public string Accepted { get; } = accepted;

    public override bool IsValid(object? value) => value is not string text || Matches(text);

    public override string FormatErrorMessage(string name) => Accepted;

    protected abstract bool Matches(string text);
}

/// <summary>SageMaker pulls images from ECR only, and never to be surprised wants a tag or digest.</summary>
internal sealed class ImageAttribute() : FormatAttribute(
    "an image in ECR with a tag or digest, <account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>")
{
    protected override bool Matches(string text) => EcrImage.TryParse(text, out _);
}

internal sealed class InstanceTypeAttribute() : FormatAttribute(
    "a SageMaker instance type, ml.<family>.<size>, for example ml.g5.xlarge")
{
    protected override bool Matches(string text) => InstanceType.TryParse(text, out _);
}

internal sealed class EmailAttribute() : FormatAttribute("e-mail addresses, name@domain, at most 50 characters each")
{
    protected override bool Matches(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= 50 && at > 0 && at == text.LastIndexOf('@') && text.LastIndexOf('.') > at + 1
            && text[^1] != '.' && !text.Any(char.IsWhiteSpace);
    }
}

/// <summary>What AWS accepts as the value of a tag, so that costs can be told apart by it.</summary>
internal sealed class TagValueAttribute() : FormatAttribute(
    "1 to 128 letters, digits, spaces and _ . : / = + - @")
{
    protected override bool Matches(string text) => text.Length is > 0 and <= 128 && text.Trim() == text
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || " _.:/=+-@".Contains(letter, StringComparison.Ordinal));
}

/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html</remarks>
internal sealed class BucketNameAttribute() : FormatAttribute(
    "3 to 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit")
{
    protected override bool Matches(string text) => text.Length is >= 3 and <= 63
        && text[0] != '-' && text[^1] != '-'
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}

/// <summary>A folder inside the bucket, without leading or trailing slash.</summary>
internal sealed class FoldersAttribute() : FormatAttribute(
    "folder names of letters, digits, - _ . separated by single slashes, none at the ends")
{
    protected override bool Matches(string text) => text.Length is > 0 and <= 512
        && text.Split('/').All(part => part.Length > 0 && part.Any(letter => letter != '.')
            && part.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_.".Contains(letter, StringComparison.Ordinal)));
}

/// <remarks>https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_RequestServiceQuotaIncrease.html</remarks>
internal sealed class QuotaCodeAttribute() : FormatAttribute("a quota code, L- and 8 digits or capital letters, for example L-1A2B3C4D")
{
    protected override bool Matches(string text) => text.Length == 10 && text.StartsWith("L-", StringComparison.Ordinal)
        && text[2..].All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterUpper(letter));
}

/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html</remarks>
internal sealed class RoleArnAttribute() : FormatAttribute("ARNs of roles, arn:aws:iam::<account>:role/<name>")
{
    protected override bool Matches(string text) =>
        text.Split(':', 6) is ["arn", var partition, "iam", "", { Length: 12 } account, var resource]
        && partition.StartsWith("aws", StringComparison.Ordinal) && account.All(char.IsAsciiDigit)
        && resource.StartsWith("role/", StringComparison.Ordinal) && resource.Length > "role/".Length
        && !resource.Any(letter => char.IsWhiteSpace(letter) || letter == '*');
}

/// <remarks>https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html</remarks>
internal sealed class RoleNameAttribute() : FormatAttribute("names of roles, 1 to 64 letters, digits and _ + = , . @ -")
{
    protected override bool Matches(string text) => text.Length is > 0 and <= 64
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || "_+=,.@-".Contains(letter, StringComparison.Ordinal));
}
