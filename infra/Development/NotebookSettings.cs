using System.ComponentModel.DataAnnotations;
using Infra.Compute;
using Infra.Settings;

namespace Infra.Development;

/// <summary>A notebook instance that stops when nobody works on it.</summary>
internal sealed record NotebookSettings : IConsistent
{
    /// <summary>Families that SageMaker trains and serves on, and offers no notebook instances of.</summary>
    private static readonly string[] NotForNotebooks = ["g6e", "g7e", "p5e"];

    /// <summary>What it runs on. Default: ml.t3.medium; training on GPUs is for launchers.</summary>
    [InstanceType]
    public string InstanceType { get; init; } = "ml.t3.medium";

    /// <summary>GB of its volume, 5 to 16384, billed while it is stopped too. It can grow and never shrink. Default: 20.</summary>
    [Range(5, 16_384)]
    public int VolumeGb { get; init; } = 20;

    /// <summary>Minutes without activity in a kernel or terminal after which it stops, 10 to 1440. Default: 60.</summary>
    [Range(10, 1440)]
    public int IdleMinutes { get; init; } = 60;

    /// <summary>Stop it every night, whatever it does. Default: true.</summary>
    public bool StopNightly { get; init; } = true;

    /// <summary>When the night begins. Default: 20:00.</summary>
    [TimeOfDay]
    public string StopAt { get; init; } = "20:00";

    /// <summary>IANA name of the time zone that is meant in; summer time is followed. Default: UTC.</summary>
    [TimeZoneName]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Let people become root, who can then switch the idle shutdown off. Default: false.</summary>
    public bool RootAccess { get; init; }

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        if (NotForNotebooks.Contains(Compute.InstanceType.Parse(InstanceType).Family))
        {
            yield return new(
                SettingsShape.Join(path, "instanceType"), $"is '{InstanceType}'",
                "a type that there are notebook instances of, for example ml.t3.medium or ml.g5.xlarge");
        }
    }
}
