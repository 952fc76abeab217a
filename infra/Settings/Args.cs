namespace Infra.Settings;

/// <summary>Checks what a component is given, all of it at once.</summary>
internal static class Args
{
    /// <exception cref="ArgumentException">A value is outside the range that its property states.</exception>
    public static void Validate(string component, object args)
    {
        var faults = Rules.Check(args, component);
        if (faults.Count > 0)
            throw new ArgumentException(string.Join("\n", faults), nameof(args));
    }
}
