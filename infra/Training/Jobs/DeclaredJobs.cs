using Infra.Settings;

namespace Infra.Training.Jobs;

/// <summary>Holds declared jobs to the families that they name.</summary>
internal static class DeclaredJobs
{
    public static IEnumerable<SettingFault> UnknownFamilies(StackSettings settings, string path) =>
        from named in Named(settings)
        where !settings.TrainingFamilies.ContainsKey(named.Family)
        select new SettingFault(
            SettingsShape.Join(path, named.Key), $"is '{named.Family}'",
            settings.TrainingFamilies.Count > 0
                ? $"a key of trainingFamilies: {string.Join(", ", settings.TrainingFamilies.Keys)}"
                : "a key of trainingFamilies, which has none yet");

    private static IEnumerable<(string Key, string Family)> Named(StackSettings settings) =>
    [
        .. settings.TrainingJobs.Select(job => ($"trainingJobs.{job.Key}.family", job.Value.Family)),
        .. settings.TuningJobs.Select(job => ($"tuningJobs.{job.Key}.family", job.Value.Family)),
        .. from pipeline in settings.Pipelines
           from step in pipeline.Value.Steps
           where step.Value.Training is not null
           select ($"pipelines.{pipeline.Key}.steps.{step.Key}.training.family", step.Value.Training!.Family),
    ];
}
