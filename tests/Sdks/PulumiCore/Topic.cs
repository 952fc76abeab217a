using System.Collections.Immutable;
using Pulumi;

namespace Sdks.Tests.PulumiCore;

/// <summary>A resource as the generator writes them, small enough to see through.</summary>
internal sealed class Topic : CustomResource
{
    public const string Token = "test:sns/topic:Topic";

    public Topic(string name, TopicArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new TopicArgs(), options)
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;

    [Output("rules")]
    public Output<ImmutableArray<TopicRule>> Rules { get; private set; } = null!;

    [Output("days")]
    public Output<int?> Days { get; private set; } = null!;
}

internal sealed class TopicArgs : ResourceArgs
{
    [Input("tags")]
    private InputMap<string>? tags;

    [Input("rules")]
    private InputList<TopicRuleArgs>? rules;

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("days")]
    public Input<int>? Days { get; set; }

    [Input("kind")]
    public InputUnion<string, TopicKind>? Kind { get; set; }

    [Input("defaults", json: true)]
    public Input<TopicRuleArgs>? Defaults { get; set; }

    [Input("anything")]
    public Input<object>? Anything { get; set; }

    public InputMap<string> Tags
    {
        get => tags ??= [];
        set => tags = value;
    }

    public InputList<TopicRuleArgs> Rules
    {
        get => rules ??= [];
        set => rules = value;
    }
}

internal sealed class TopicRuleArgs : ResourceArgs
{
    [Input("target", required: true)]
    public Input<string> Target { get; set; } = null!;

    [Input("weight")]
    public Input<double>? Weight { get; set; }
}

[OutputType]
internal sealed class TopicRule
{
    public readonly string Target;
    public readonly double? Weight;
    public readonly ImmutableArray<string> Labels;
    public readonly string? Event;

    [OutputConstructor]
    public TopicRule(string target, double? weight, ImmutableArray<string> labels, [OutputConstructorParameter("event")] string? @event)
    {
        Target = target;
        Weight = weight;
        Labels = labels;
        Event = @event;
    }
}

[EnumType]
internal readonly struct TopicKind
{
    private readonly string value;

    private TopicKind(string value) => this.value = value;

    public static TopicKind Fifo { get; } = new("FIFO");

    public override string ToString() => value;
}
