using Costs.Catalogue;

namespace Costs.Mappers.SageMaker;

/// <summary>What an instance type's name tells.</summary>
internal static class InstanceTypes
{
    /// <summary>Whether no volume is attached, and none is billed, because the instance brings its own disks.</summary>
    public static bool HasLocalStorage(string type) => InstanceFacts.HasLocalStorageIn(InstanceFacts.FamilyOf(type));
}
