namespace Preview.Engine.Rpc;

/// <summary>Calls that the offline engine refuses, each with its reason.</summary>
internal static class NotOffered
{
    private const string Instead = "Preview the stack with the Pulumi CLI.";

    public static RefusedException Call(string token) => RefusedException.NotOffered(
        $"The method {token} runs in the plugin of a provider; the offline preview runs no plugins. {Instead}");

    public static RefusedException Transforms() => RefusedException.NotOffered(
        $"The program registers transforms for the whole stack, which the offline preview does not offer. {Instead}");

    public static RefusedException Hook(string name) => RefusedException.NotOffered(
        $"The program registers the hook {name}; the offline preview does not offer hooks. {Instead}");

    public static RefusedException Debugging() => RefusedException.NotOffered(
        "The offline preview attaches no debugger to the programs it runs.");
}
