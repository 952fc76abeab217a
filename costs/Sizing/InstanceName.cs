using Costs.Catalogue;

namespace Costs.Sizing;

/// <summary>The parts of a type's name, ml.&lt;family&gt;.&lt;size&gt;: all that is known of a type outside the catalogue.</summary>
public readonly record struct InstanceName(string Family, string Size)
{
    private const string Prefix = "ml.";

    /// <summary>NVIDIA's training hardware: p2 to p6e and whatever comes next.</summary>
    public bool IsPFamily => Family.Length > 1 && Family[0] == 'p' && char.IsAsciiDigit(Family[1]);

    /// <summary>Whether instances bring their own NVMe disks: SageMaker attaches no volume to them and takes no key for one.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ResourceConfig.html, VolumeSizeInGB</remarks>
    public bool HasLocalStorage => InstanceFacts.HasLocalStorageIn(Family);

    public bool IsTrainium => Family.StartsWith("trn", StringComparison.Ordinal);

    public static InstanceName? Parse(string type)
    {
        var dot = type.LastIndexOf('.');
        return type.StartsWith(Prefix, StringComparison.Ordinal) && dot > Prefix.Length && dot < type.Length - 1
            ? new(type[Prefix.Length..dot], type[(dot + 1)..])
            : null;
    }
}
