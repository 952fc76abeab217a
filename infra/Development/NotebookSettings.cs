using System.ComponentModel.DataAnnotations;
using Infra.Compute;
using Infra.Settings;

namespace Infra.Development;

/// <summary>A notebook instance that stops when nobody uses it, and every night.</summary>
internal sealed record NotebookSettings : IConsistent
{
    /// <summary>What it runs on. Default: ml.t3.medium; train on GPUs with a training family instead.</summary>
    [InstanceType]
    public string InstanceType { get; init; } = "ml.t3.medium";

    /// <summary>GB of its volume, 5 to 16,384, which is paid for while it is stopped, too. Default: 20.</summary>
    [Range(5, 16_384)]
    public int VolumeGb { get; init; } = 20;

    /// <summary>Minutes without activity after which it stops itself, 15 to 1440. Default: 60.</summary>
    [Range(15, 1440)]
    public int IdleMinutes { get; init; } = 60;

    /// <summary>When it is stopped each day, used or not. Default: 20:00.</summary>
    [TimeOfDay]
    public string StopAt { get; init; } = "20:00";

    /// <summary>IANA name of the time zone that the hour is meant in; summer time is followed. Default: UTC.</summary>
    [TimeZoneName]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>People who use it may become root, and could then remove the idle stopper; the nightly stop stays.
    /// Default: false.</summary>
    public bool RootAccess { get; init; }

    public IEnumerable<SettingFault> Inconsistencies(string path)
    {
        // The enum of notebook instances has neither of these families.
        if (Compute.InstanceType.Parse(InstanceType).Family is "g6e" or "g7e")
        {
            yield return new(
                SettingsShape.Join(path, "instanceType"), $"is '{InstanceType}'", "a type that notebook instances have; g6e and g7e are none");
        }
    }
}
