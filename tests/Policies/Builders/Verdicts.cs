namespace Policies.Tests.Builders;

/// <summary>Asks a policy about one resource, and says what a test expects of the answer.</summary>
internal static class Verdicts
{
    public const string Name = "trainer";

    public static Verdict On<TView>(this ResourcePolicy policy, TView resource, PropertyMap settings = default)
        where TView : struct, IResourceView<TView> => policy.On(TView.ResourceType, resource.ToProperty().Members, settings);

    public static Verdict On(this ResourcePolicy policy, string type, PropertyMap inputs, PropertyMap settings = default) =>
        PolicyTest.Check(policy, PolicyTest.Resource(type, inputs, Name), settings);

    /// <summary>A resource after remediation.</summary>
    public static TView Remediated<TView>(this ResourcePolicy policy, TView resource, PropertyMap settings = default)
        where TView : struct, IResourceView<TView> => TView.From(PropertyValue.FromMap(PolicyTest.Remediate(
            policy, PolicyTest.Resource(TView.ResourceType, resource.ToProperty().Members, Name), settings)));

    /// <summary>The text of the one violation.</summary>
    public static string Violation(this Verdict verdict)
    {
        Assert.True(verdict.IsViolation, $"Expected a violation, found: {verdict}");
        return Assert.Single(verdict.Violations);
    }

    public static void ShouldBeCompliant(this Verdict verdict) => Assert.Equal(Verdict.Compliant, verdict);

    public static void ShouldBeUnknown(this Verdict verdict, string path) => Assert.Equal(Verdict.Unknown(path), verdict);
}
