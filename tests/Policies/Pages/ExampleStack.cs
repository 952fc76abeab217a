namespace Policies.Tests.Pages;

/// <summary>What an example declares.</summary>
/// <param name="Resources">Its resources, as a preview shows them to policies.</param>
/// <param name="Stack">The stack that they are in, with its settings.</param>
internal sealed record ExampleStack(IReadOnlyList<PolicyResource> Resources, StackInfo Stack);
