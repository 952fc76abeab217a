using Pulumi.Aws.Sns;

namespace Infra.Orchestration;

/// <summary>Where a component publishes what people should know.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Arn">Its ARN, composed, since a preview knows the topic's name and not yet its ARN.</param>
internal sealed record ReportTopic(Topic Topic, Output<string> Arn)
{
    /// <param name="emails">Who is subscribed; AWS asks each of them once whether they want to be.</param>
    public static ReportTopic For(
        string name, IReadOnlyList<string> emails, StackScope scope, InputMap<string> tags, Resource parent)
    {
        var child = new CustomResourceOptions { Parent = parent };
        var topic = new Topic(name, new() { Tags = tags }, child);
        foreach (var address in emails)
        {
            _ = new TopicSubscription($"{name}-{address}", new()
            {
                Topic = topic.Arn,
                Protocol = "email",
                Endpoint = address,
            }, child);
        }

        return new(topic, Output.Tuple(topic.Name, scope.Place).Apply(found => found.Item2.Arn("sns", found.Item1)));
    }
}
