using Aws = Pulumi.Aws;

namespace Options;

/// <summary>A component that hands its provider down, to a resource and to a component within it.</summary>
internal sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null)
        : base("tests:options:Group", name, options)
    {
        var topic = new Aws.Sns.Topic(name, new(), new() { Parent = this });
        _ = new Inner($"{name}-inner", topic, new() { Parent = this });
        TopicName = topic.Name;
        RegisterOutputs(new Dictionary<string, object?> { ["topicName"] = TopicName });
    }

    public Output<string> TopicName { get; }

    private sealed class Inner : ComponentResource
    {
        public Inner(string name, Aws.Sns.Topic topic, ComponentResourceOptions options)
            : base("tests:options:Inner", name, options)
        {
            _ = new Aws.Sns.TopicPolicy(name, new() { Arn = topic.Arn, Policy = Output.JsonSerialize(Output.Create(new { Version = "2012-10-17" })) }, new() { Parent = this });
            RegisterOutputs();
        }
    }
}
