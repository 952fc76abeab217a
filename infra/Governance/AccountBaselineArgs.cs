namespace Infra.Governance;

/// <summary>What an <see cref="AccountBaseline"/> needs to exist.</summary>
internal sealed record AccountBaselineArgs
{
    public required StackScope Scope { get; init; }

    public required AccountBaselineSettings Baseline { get; init; }
}
