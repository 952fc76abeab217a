using System.ComponentModel.DataAnnotations;
using Infra.Settings;

namespace Infra.Development;

/// <summary>A Studio domain whose apps shut down when idle.</summary>
internal sealed record StudioSettings : IConsistent
{
    /// <summary>Deploy the domain. Default: false.</summary>
    public bool Enabled { get; init; }

    /// <summary>The network that it joins; required where it is enabled.</summary>
    [VpcId]
    public string? VpcId { get; init; }

    /// <summary>Subnets of that network, 1 to 16; required where it is enabled.</summary>
    [SubnetId]
    [Length(0, 16)]
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>Minutes without activity after which JupyterLab and Code Editor shut down, 60 to 525600. People can shorten
    /// it for themselves, not lengthen it. Default: 120.</summary>
    [Range(60, 525_600)]
    public int IdleMinutes { get; init; } = 120;

    /// <summary>Types that people can run apps on. Default: ml.t3.medium.</summary>
    [InstanceType]
    [Length(1, 50)]
    public IReadOnlyList<string> InstanceTypes { get; init; } = ["ml.t3.medium"];

    /// <summary>GB of a new space's volume, 5 to 16384, billed while nothing runs too. Default: 5.</summary>
    [Range(5, 16_384)]
    public int VolumeGb { get; init; } = 5;

    /// <summary>GB that people can give a space at most, 5 to 16384. Default: 100.</summary>
    [Range(5, 16_384)]
    public int MaxVolumeGb { get; init; } = 100;

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (Enabled && VpcId is null)
            yield return new(SettingsShape.Join(path, "vpcId"), "is missing", "the id of a VPC, because enabled is true");
        if (Enabled && SubnetIds.Count == 0)
            yield return new(SettingsShape.Join(path, "subnetIds"), "is empty", "at least one subnet, because enabled is true");
        if (VolumeGb > MaxVolumeGb)
            yield return new(SettingsShape.Join(path, "volumeGb"), $"is {VolumeGb}", $"at most maxVolumeGb ({MaxVolumeGb})");
    }
}
