using Preview.Engine;

namespace Preview.Reports;

/// <summary>What happens to a resource, as reports write it.</summary>
internal static class Operations
{
    /// <summary>As pulumi preview marks it, and in a word.</summary>
    public static (string Mark, string Word) MarkAndWord(Operation operation) => operation switch
    {
        Operation.Create => ("+", "create"),
        Operation.Update => ("~", "update"),
        Operation.Replace => ("±", "replace"),
        Operation.Delete => ("-", "delete"),
        _ => (" ", NameOf(operation)),
    };

    public static string NameOf(Operation operation) => operation switch
    {
        Operation.Create => "create",
        Operation.Read => "read",
        Operation.Update => "update",
        Operation.Replace => "replace",
        Operation.Delete => "delete",
        _ => "same",
    };
}
