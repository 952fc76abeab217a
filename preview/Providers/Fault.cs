namespace Preview.Providers;

/// <summary>One thing that a provider refuses about a resource's inputs.</summary>
/// <param name="Path">Path of the property, for example corsRules[0].allowedMethods.</param>
/// <param name="Reason">What is wrong with it.</param>
internal readonly record struct Fault(string Path, string Reason);
