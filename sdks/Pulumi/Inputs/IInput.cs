namespace Pulumi;

/// <summary>An input of any type.</summary>
internal interface IInput
{
    /// <summary>What is sent: the value, or a collection whose elements are inputs of their own.</summary>
    IOutput Content { get; }

    /// <summary>The value as a whole.</summary>
    Task<OutputData> Data { get; }
}
