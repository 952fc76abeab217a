using System.Diagnostics.CodeAnalysis;

namespace Infra.Compute;

/// <summary>
/// A SageMaker instance type taken apart, and the few facts about families that decide what a request may contain.
/// AWS adds types every month, so a type nobody listed here is taken for a plain one and left to AWS to judge.
/// </summary>
internal sealed record InstanceType(string Family, string Size)
{
    /// <summary>
    /// Families with local NVMe storage, beside those with a "d" for disk: SageMaker attaches no EBS volume to them and takes no volume key.
    /// </summary>
    /// <remarks>ResourceConfig in https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html</remarks>
    private static readonly HashSet<string> WithLocalStorage =
    [
        "g4dn", "g5", "g6", "g6e", "g7e", "p3dn", "p4d", "p4de", "p5", "p5e", "p5en", "p6-b200", "p6-b300", "p6e-gb200",
        "dl1", "trn1", "trn1n", "trn2",
    ];

    private static readonly HashSet<string> WithGpu =
    [
        "g4dn", "g5", "g6", "g6e", "g7e", "p2", "p3", "p3dn", "p4d", "p4de", "p5", "p5e", "p5en",
        "p6-b200", "p6-b300", "p6e-gb200",
    ];

    private static readonly HashSet<string> WithOtherAccelerators = ["inf1", "inf2", "trn1", "trn1n", "trn2", "dl1"];

    public bool HasLocalStorage => WithLocalStorage.Contains(Family)
        || (Family is ['c' or 'm' or 'r', >= '0' and <= '9', ..] && Family.EndsWith('d'));

    public bool HasGpu => WithGpu.Contains(Family);

    /// <summary>A type that is not listed counts as one with several: what needs exactly one has to know.</summary>
    public bool HasSeveralGpus => HasGpu && this.Gpus() != 1;

    /// <summary>Inferentia, Trainium and Gaudi need models compiled for them.</summary>
    public bool HasOtherAccelerator => WithOtherAccelerators.Contains(Family);

    /// <summary>T types earn CPU credits; endpoints built on t2 cannot scale and t3 is not offered for hosting at all.</summary>
    public bool IsBurstable => Family is "t2" or "t3";

    public static bool TryParse(string text, [NotNullWhen(true)] out InstanceType? type)
    {
        type = text.Split('.') is ["ml", var family, var size] && IsFamily(family) && IsSize(size) ? new(family, size) : null;
        return type is not null;
    }

    public static InstanceType Parse(string text) => TryParse(text, out var type)
        ? type
        : throw new FormatException($"'{text}' is not a SageMaker instance type, ml.<family>.<size>.");

    public override string ToString() => $"ml.{Family}.{Size}";

    private static bool IsFamily(string text) => text.Length > 1 && char.IsAsciiLetterLower(text[0])
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static bool IsSize(string text) =>
        text is "medium" or "large" or "metal"
        || (text.EndsWith("xlarge", StringComparison.Ordinal) && text[..^6].All(char.IsAsciiDigit));
}
