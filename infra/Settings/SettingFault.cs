namespace Infra.Settings;

/// <summary>One thing a stack file says that cannot be deployed.</summary>
/// <param name="Path">The key as the file spells it, down to the member: <c>sagemaker-infra:budgets.total.monthlyUsd</c>.</param>
/// <param name="Found">What stands there, ready to follow the path: <c>is 0</c>, <c>is missing</c>.</param>
/// <param name="Accepted">What would be right.</param>
internal sealed record SettingFault(string Path, string Found, string Accepted)
{
    public override string ToString() => $"{Path} {Found}; accepted: {Accepted}";

    /// <summary>All faults of one file as the message a user reads.</summary>
    public static string Report(string stackFile, IReadOnlyList<SettingFault> faults)
    {
        var count = faults.Count == 1 ? "1 setting" : $"{faults.Count} settings";
        return $"{count} in {stackFile} cannot be used, so nothing was deployed. Edit {stackFile}:"
            + string.Concat(faults.Select(fault => $"\n  - {fault}"));
    }
}
