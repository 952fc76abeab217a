using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Emulator.Tests.Account;

/// <summary>
/// Plays the AWS providers for a program: creates every resource in the account, and tells the program what the account made of it, so
/// that what depends on it names what is there.
/// </summary>
internal sealed class AccountMocks(AwsAccount account, string stack) : IMocks
{
    private readonly ConcurrentQueue<CreatedResource> created = new();
    private readonly ConcurrentBag<string> others = [];

    public IReadOnlyList<CreatedResource> Created => [.. created];

    /// <summary>Types that no call creates: components and providers.</summary>
    public IReadOnlyCollection<string> Others => [.. others.Distinct()];

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        if (!args.Type!.StartsWith("aws", StringComparison.Ordinal))
        {
            others.Add(args.Type);
            return (args.Name, args.Inputs);
        }

        var resource = await account.CreateAsync(args.Type, stack, args.Name!, PulumiValues.ToJson(args.Inputs));
        created.Enqueue(resource);
        var outputs = PulumiValues.FromJson(resource.Outputs);
        return (outputs.GetValueOrDefault("id") as string ?? args.Name, outputs.SetItems(args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getPartition:getPartition" => Answer(("partition", "aws")),
        "aws:index/getRegion:getRegion" => Answer(("region", AwsAccount.Region)),
        "aws:index/getCallerIdentity:getCallerIdentity" => Answer(("accountId", AwsAccount.Id)),
        _ => throw new NotSupportedException($"No answer for {args.Token}: give it one in {nameof(AccountMocks)}."),
    });

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest request) => Task.CompletedTask;

    private static ImmutableDictionary<string, object> Answer(params (string Name, object Value)[] members) =>
        members.ToImmutableDictionary(member => member.Name, member => member.Value);
}
