namespace Pulumi.Serialization;

/// <summary>A value has another type than the program expects. The message begins with the rest of the path.</summary>
internal sealed class ValueReaderException(string message) : Exception(message)
{
    public ValueReaderException Within(string step) => new(step + Message);
}
