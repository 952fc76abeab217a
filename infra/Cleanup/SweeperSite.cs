namespace Infra.Cleanup;

/// <summary>What a sweeper has to know of the stack it belongs to.</summary>
/// <param name="Topic">Name of the SNS topic that takes its reports.</param>
/// <param name="OwnEndpoints">Names of the endpoints of this stack.</param>
internal sealed record SweeperSite(AwsPlace Place, string Topic, IReadOnlyList<string> OwnEndpoints)
{
    /// <summary>The tag <c>component</c> of what a stack of this project deploys, this or another one: an endpoint that
    /// carries one of these belongs to a stack file, and is deleted there or comes back.</summary>
    public static IReadOnlyList<string> HostingComponents { get; } =
    [
        nameof(Hosting.AsyncEndpoint), nameof(Hosting.MultiModelEndpoint), nameof(Hosting.RealtimeEndpoint),
        nameof(Hosting.ServerlessEndpoint),
    ];

    /// <summary>Composed, since a preview knows the topic's name and not yet its ARN.</summary>
    public string TopicArn => Place.Arn("sns", Topic);
}
