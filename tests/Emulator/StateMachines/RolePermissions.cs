using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulator.Tests.Account;

namespace Emulator.Tests.StateMachines;

/// <summary>Actions that the policies of a role allow, whatever their resources and conditions.</summary>
internal sealed record RolePermissions(IReadOnlyList<string> Actions)
{
    public static RolePermissions Of(string roleArn, DeployedStack stack)
    {
        var role = roleArn.Split('/')[^1];
        var actions =
            from resource in stack.Resources
            where resource.Type == "aws:iam/rolePolicy:RolePolicy" && ((string)resource.Inputs["role"]!).Split('/')[^1] == role
            from statement in JsonNode.Parse((string)resource.Inputs["policy"]!)!["Statement"]!.AsArray()
            where (string?)statement!["Effect"] == "Allow"
            from action in statement["Action"] is JsonArray list ? list.Select(one => (string)one!) : [(string)statement["Action"]!]
            select action;
        return new([.. actions]);
    }

    public bool Allow(string action) => Actions.Any(allowed => Regex.IsMatch(
        action, $"^{string.Join(".*", allowed.Split('*').Select(Regex.Escape))}$", RegexOptions.IgnoreCase));
}
