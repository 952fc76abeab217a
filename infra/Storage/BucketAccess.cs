namespace Infra.Storage;

/// <summary>What somebody who works with the artifact bucket needs to know of it.</summary>
/// <param name="Name">The bucket's name.</param>
/// <param name="KeyArn">The key it is encrypted under, for permissions.</param>
/// <param name="KeyAliasArn">The same key by its alias, for requests: known before the key exists.</param>
internal sealed record BucketAccess(Output<string> Name, Output<string> KeyArn, Output<string> KeyAliasArn)
{
    /// <summary>What must exist before something is put into it: the bucket with all of its settings.</summary>
    public required Resource Ready { get; init; }
}
