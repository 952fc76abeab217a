namespace Pulumi;

/// <summary>Another name by which the engine may know a resource from before: a whole URN, or the parts that differ.</summary>
public sealed class Alias
{
    /// <summary>The whole former URN; then nothing else counts.</summary>
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether the resource had no parent but the stack.</summary>
    public bool NoParent { get; set; }

    internal async Task<Pulumirpc.Alias> ToMessageAsync()
    {
        if (Urn is not null)
        {
            return new() { Urn = Urn };
        }

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = await TextAsync(Name),
            Type = await TextAsync(Type),
            Stack = await TextAsync(Stack),
            Project = await TextAsync(Project),
        };
        switch (Parent, ParentUrn, NoParent)
        {
            case (null, null, _):
                spec.NoParent = NoParent;
                break;
            case (not null, null, false):
                spec.ParentUrn = await TextAsync(Parent.Urn);
                break;
            case (null, not null, false):
                spec.ParentUrn = await TextAsync(ParentUrn);
                break;
            default:
                throw new ArgumentException(
                    $"Alias specifies more than one of '{nameof(Parent)}', '{nameof(ParentUrn)}' and '{nameof(NoParent)}'. " +
                    "Only one may be given.");
        }

        return new() { Spec = spec };
    }

    private static async Task<string> TextAsync(Input<string>? input) =>
        input is null ? "" : (await input.AsOutput().Data).ValueAs<string>() ?? "";
}
