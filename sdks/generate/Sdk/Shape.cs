namespace Generate.Sdk;

/// <summary>
/// The classes one object type of a schema turns into: which of them exist depends on where the type is used.
/// </summary>
internal enum Shape
{
    /// <summary>Inside the arguments of a resource.</summary>
    Args,

    /// <summary>Inside the state that narrows a lookup; everything about it is optional.</summary>
    GetArgs,

    /// <summary>Inside the outputs of a resource.</summary>
    Output,

    /// <summary>Inside the arguments of a function called with plain values.</summary>
    PlainArgs,

    /// <summary>Inside the arguments of a function called with inputs.</summary>
    InvokeArgs,

    /// <summary>Inside the result of a function.</summary>
    Result,
}

internal static class Shapes
{
    public static bool IsOutput(this Shape shape) => shape is Shape.Output or Shape.Result;

    /// <summary>What follows the type's own name in the name of the class.</summary>
    public static string Suffix(this Shape shape, bool bridgeNames) => (shape, bridgeNames) switch
    {
        (Shape.Args, _) => "Args",
        (Shape.GetArgs, _) => "GetArgs",
        (Shape.Output, _) => "",
        (Shape.PlainArgs, true) => "Args",
        (Shape.PlainArgs, false) => "",
        (Shape.InvokeArgs, true) => "InputArgs",
        (Shape.InvokeArgs, false) => "Args",
        (Shape.Result, true) => "Result",
        (Shape.Result, false) => "",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, null),
    };

    public static string ArgsBase(this Shape shape) =>
        shape == Shape.PlainArgs ? "global::Pulumi.InvokeArgs" : "global::Pulumi.ResourceArgs";
}
