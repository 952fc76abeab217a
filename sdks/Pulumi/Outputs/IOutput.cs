namespace Pulumi;

/// <summary>An output of any type.</summary>
internal interface IOutput
{
    Task<OutputData> Data { get; }
}

/// <summary>Where an output comes from that need not be read unless somebody wants it.</summary>
internal interface IOutputSource
{
    /// <summary>Reads the output; asking twice gives the same.</summary>
    Task<OutputData> ReadAsync();
}
