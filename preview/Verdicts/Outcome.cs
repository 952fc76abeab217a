namespace Preview.Verdicts;

/// <summary>What a reviewer has to know first.</summary>
internal enum Outcome
{
    /// <summary>Nothing stops a deployment; there may be warnings.</summary>
    Passed,

    /// <summary>A mandatory policy is violated.</summary>
    Blocked,

    /// <summary>The program, a pack or a resource is at fault: there is no whole plan to judge.</summary>
    Failed,
}
