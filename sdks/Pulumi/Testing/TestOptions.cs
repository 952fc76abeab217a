namespace Pulumi.Testing;

/// <summary>The deployment that a test pretends to be.</summary>
public class TestOptions
{
    /// <summary>Default: project.</summary>
    public string? ProjectName { get; set; }

    public string? RootDirectory { get; set; }

    /// <summary>Default: stack.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether the test is a preview, in which outputs that the mocks leave out are unknown. Default: true.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>Default: organization.</summary>
    public string? OrganizationName { get; set; }
}
