using Infra.Identity;

namespace Infra.Training.Jobs;

/// <summary>
/// What a pipeline itself may do: create the jobs of its steps, each of its instance type and within its run time, and
/// nothing else. SageMaker names the jobs of all pipelines <c>pipelines-&lt;execution&gt;-&lt;step&gt;-...</c>.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html</remarks>
internal static class PipelineAccess
{
    private const string TrainingJobs = "training-job/pipelines-*";
    private const string ProcessingJobs = "processing-job/pipelines-*";

    public static PolicyDocument For(PipelinePlan plan, JobSite site) => new(
    [
        .. Created(plan).Distinct().Select((job, index) => Create(job, $"CreateJobs{index + 1}", site)),
        Follow(plan, site),
        new Statement
        {
            Sid = "PassStepRole",
            Actions = ["iam:PassRole"],
            Resources = [site.RoleArn],
            Conditions = [new("StringEquals", "iam:PassedToService", "sagemaker.amazonaws.com")],
        },
    ]);

    private static IEnumerable<CreatedJob> Created(PipelinePlan plan) =>
    [
        .. plan.Trainings.Select(training => new CreatedJob(
            "Training", TrainingJobs, training.Work.Family.InstanceType, training.Work.Family.MaxRuntimeSeconds)),
        .. plan.Processings.Select(step => new CreatedJob(
            "Processing", ProcessingJobs, step.InstanceType, step.MaxRuntimeSeconds)),
    ];

    private static Statement Create(CreatedJob job, string sid, JobSite site) => new()
    {
        Sid = sid,
        Actions = [$"sagemaker:Create{job.Kind}Job"],
        Resources = [site.Place.Arn("sagemaker", job.Names)],
        // ForAllValues is true where the key is absent; Null makes its presence part of the permission.
        Conditions =
        [
            new("ForAllValues:StringEquals", "sagemaker:InstanceTypes", job.InstanceType),
            new("Null", "sagemaker:InstanceTypes", "false"),
            new("NumericLessThanEquals", "sagemaker:MaxRuntimeInSeconds", $"{job.MaxRuntimeSeconds}"),
        ],
    };

    private static Statement Follow(PipelinePlan plan, JobSite site)
    {
        CreatedJob[] jobs = [.. Created(plan).DistinctBy(job => job.Kind)];
        return new()
        {
            Sid = "FollowJobs",
            Actions =
            [
                "sagemaker:AddTags", "sagemaker:ListTags",
                .. jobs.SelectMany(job => new[] { $"sagemaker:Describe{job.Kind}Job", $"sagemaker:Stop{job.Kind}Job" }),
            ],
            Resources = [.. jobs.Select(job => site.Place.Arn("sagemaker", job.Names))],
        };
    }

    private sealed record CreatedJob(string Kind, string Names, string InstanceType, int MaxRuntimeSeconds);
}
