namespace Policies.Workloads.Definitions;

/// <summary>A schedule may call SageMaker itself, with a body of its own: a state machine around it is only usual.</summary>
/// <remarks>https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html</remarks>
internal static class ScheduledCall
{
    /// <param name="target">The ARN of the target.</param>
    /// <param name="input">The body of the call.</param>
    public static Reading Read(Setting<string> target, Setting<string> input)
    {
        if (target.Known.IsUnknown || SageMakerCalls.ActionOf(target.Known.Value) is not { } action)
        {
            // An ARN that is not known yet is that of a resource of the stack; the one of a call is always a constant.
            return Reading.Empty;
        }

        if (input.Known.IsUnknown)
        {
            return Reading.Unknown(input.Path);
        }

        var (document, fault) = DefinitionText.Parse(input.Known.ToProperty());
        var path = input.Known.IsSecret ? input.Path.Hidden() : input.Path;
        if (fault is not null)
        {
            return Reading.Fault($"{path} {fault}");
        }

        var body = new DefinitionNode(document, path, value => value);
        return PipelineReader.ReadCall(action, body) + Reading.Of([.. SageMakerCalls.Of(action, body)]);
    }
}
