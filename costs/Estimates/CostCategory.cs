namespace Costs.Estimates;

/// <summary>The categories of the bill.</summary>
public enum CostCategory
{
    /// <summary>Training, tuning and processing jobs, and the notebooks and Studio apps in which they are made.</summary>
    Training,

    /// <summary>Endpoints: instances, calls, and the data they process.</summary>
    Inference,

    /// <summary>S3, and the volumes of jobs, endpoints and notebooks.</summary>
    Storage,

    /// <summary>NAT, endpoints of the network, and traffic out.</summary>
    DataTransfer,

    /// <summary>What watches and orchestrates the rest.</summary>
    Other,
}
