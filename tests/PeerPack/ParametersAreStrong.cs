namespace PeerPack;

internal sealed class ParametersAreStrong : ResourcePolicy
{
    private const int Shortest = 12;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "parameters-are-strong",
        Description = "Parameters are encrypted, long, and not deleted by accident.",
    };

    public override IReadOnlyCollection<string> ResourceTypes { get; } = ["aws:ssm/parameter:Parameter"];

    public override Verdict Check(ResourceContext context)
    {
        var (parameter, name) = (context.Resource.Inputs, context.Resource.Name);
        return parameter["type"].IsUnknown ? Verdict.Unknown("type") : Verdict.All(
            parameter["type"].Is("SecureString"u8)
                ? Verdict.Compliant
                : Verdict.Violation($"{name}: type is {parameter["type"].AsString()}, expected SecureString."),
            context.Resource.Options.Protect ? Verdict.Compliant : Verdict.Violation($"{name} is not protected."),
            parameter["value"].IsUnknown ? Verdict.Unknown("value")
                : parameter["value"].AsString() is { Length: < Shortest and var length }
                    ? Verdict.Violation($"{name}: the value has {length} characters, expected are {Shortest}.")
                    : Verdict.Compliant);
    }
}
