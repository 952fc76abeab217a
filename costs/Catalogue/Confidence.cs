namespace Costs.Catalogue;

/// <summary>How sure a price is, least sure first.</summary>
public enum Confidence
{
    /// <summary>A documented range, a statement somebody made, or a value carried over from another Region.</summary>
    Assumed,

    /// <summary>Computed from published prices; the provenance says how.</summary>
    Derived,

    /// <summary>Published, and found in at least one source.</summary>
    Exact,
}
