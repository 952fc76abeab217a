using Infra.Identity;

namespace Infra.Training;

/// <summary>
/// What the launcher may do: start jobs of its family, of the one instance type and within the one run time, and
/// nothing else. IAM knows no condition on spot, so that is left to the definition, which only a deployment can change.
/// </summary>
internal static class LauncherAccess
{
    public static PolicyDocument For(TrainingFamily family, TrainingSite site)
    {
        string[] jobs = [.. JobPrefixes(family, site).Select(prefix => site.Place.Arn("sagemaker", $"training-job/{prefix}*"))];
        return new(
            new Statement
            {
                Sid = "CreateJobs",
                Actions = ["sagemaker:CreateTrainingJob"],
                Resources = jobs,
                // ForAllValues is true where the key is absent; Null makes its presence part of the permission.
                Conditions =
                [
                    new("ForAllValues:StringEquals", "sagemaker:InstanceTypes", family.InstanceType),
                    new("Null", "sagemaker:InstanceTypes", "false"),
                    new("NumericLessThanEquals", "sagemaker:MaxRuntimeInSeconds", $"{family.MaxRuntimeSeconds}"),
                ],
            },
            new Statement
            {
                Sid = "FollowJobs",
                Actions =
                [
                    "sagemaker:AddTags", "sagemaker:DescribeTrainingJob", "sagemaker:ListTags", "sagemaker:StopTrainingJob",
                ],
                Resources = jobs,
            },
            new Statement
            {
                Sid = "PassTrainingRole",
                Actions = ["iam:PassRole"],
                Resources = [.. Roles(family, site)],
                Conditions = [new("StringEquals", "iam:PassedToService", "sagemaker.amazonaws.com")],
            },
            new Statement
            {
                Sid = "HearOfJobsEnding",
                Actions = ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
                Resources = [site.Place.Arn("events", "rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule")],
            },
            CommonStatements.DeliverLogs);
    }

    private static IEnumerable<string> JobPrefixes(TrainingFamily family, TrainingSite site)
    {
        if (family.Spot)
            yield return site.Jobs.Spot;
        if (family.TrainsOnDemand)
            yield return site.Jobs.OnDemand;
    }

    private static IEnumerable<string> Roles(TrainingFamily family, TrainingSite site)
    {
        if (family.Spot)
            yield return site.SpotRoleArn;
        if (family.TrainsOnDemand)
            yield return site.OnDemandRoleArn;
    }
}
