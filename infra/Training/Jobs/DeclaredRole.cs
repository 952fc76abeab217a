namespace Infra.Training.Jobs;

/// <summary>A role of declared jobs, by which a <see cref="TrainingGuard"/> knows them.</summary>
/// <param name="IsSpot">Whether its jobs are to be on spot capacity; otherwise the stack file asked for the full price.</param>
internal sealed record DeclaredRole(Output<string> Name, bool IsSpot);
