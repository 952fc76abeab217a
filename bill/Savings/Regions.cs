using Bill.Classification;

namespace Bill.Savings;

/// <summary>How messages call the Region of a line.</summary>
internal static class Regions
{
    public static string Name(BillLine line) => line.Region.Length > 0 ? line.Region : "a Region the bill does not name";
}
