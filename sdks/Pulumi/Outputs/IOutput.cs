namespace Pulumi;

/// <summary>An output of any type.</summary>
internal interface IOutput
{
    Task<OutputData> Data { get; }
}
