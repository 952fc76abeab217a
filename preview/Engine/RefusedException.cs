namespace Preview.Engine;

/// <summary>Why the engine does not do what a program asks.</summary>
internal enum Refusal
{
    /// <summary>The request is faulty.</summary>
    Invalid,

    /// <summary>The offline engine does not offer this.</summary>
    NotOffered,

    /// <summary>The run has failed, and is being ended.</summary>
    Ended,
}

/// <summary>A call that is refused; the message reaches the program, and through it the user.</summary>
internal sealed class RefusedException(Refusal refusal, string message) : Exception(message)
{
    public Refusal Refusal { get; } = refusal;

    public static RefusedException Invalid(string message) => new(Refusal.Invalid, message);

    public static RefusedException NotOffered(string message) => new(Refusal.NotOffered, message);
}
