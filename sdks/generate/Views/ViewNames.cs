using Generate.Naming;
using Generate.Schema;

namespace Generate.Views;

/// <summary>Where the views of a package live and what they are called.</summary>
internal sealed class ViewNames
{
    private readonly PackageSchema _schema;
    private readonly Names _names;
    private readonly HashSet<(string Module, string Class)> _resources;

    public ViewNames(PackageSchema schema)
    {
        _schema = schema;
        _names = new Names(schema);
        _resources = [.. schema.ResourceTokens.Select(token => Token.Parse(token, schema)).Select(token => (token.Module, Names.Class(token)))];
        Root = $"ResourceViews.{_names.RootNamespace.Split('.')[^1]}";
    }

    /// <summary>Such as <c>ResourceViews.Aws</c>; below it the casing is that of the SDK's namespaces.</summary>
    public string Root { get; }

    public string Namespace(string token) =>
        _names.Module(Token.Parse(token, _schema)) is { Length: > 0 } module ? $"{Root}.{module}" : Root;

    public string Resource(string token) => $"{Names.Class(Token.Parse(token, _schema))}Props";

    /// <summary>Some nested types are called like a resource of the module, such as a bucket's inline versioning.</summary>
    public string Nested(string token)
    {
        var parsed = Token.Parse(token, _schema);
        var name = Names.Class(parsed);
        return _resources.Contains((parsed.Module, name)) ? $"{name}NestedProps" : $"{name}Props";
    }

    public string QualifiedNested(string token) => $"global::{Namespace(token)}.{Nested(token)}";

    public string Member(PropertySpec property, string view) => _names.Property(property, view);
}
