namespace Costs.Measured;

/// <summary>Metrics that cannot be asked for or cannot be used; the message says what to do.</summary>
public sealed class MetricsException(string message) : Exception(message);
