using Pulumi.Aws.Iam;

namespace Infra.Identity;

/// <summary>A role that a service assumes on behalf of this account, with no permission yet.</summary>
internal static class ServiceRole
{
    public static Role For(string service, string logicalName, StackScope scope, InputMap<string> tags, Resource parent) => new(logicalName, new()
    {
        AssumeRolePolicy = scope.Place.Apply(place => Trust.Of(service, place).ToJson()),
        Tags = tags,
    }, new() { Parent = parent });
}
