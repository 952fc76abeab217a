using Infra.Identity;

namespace Infra.Development;

/// <summary>What Studio does in people's name: their spaces and apps in one domain, on the types that are allowed.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol.html</remarks>
internal static class StudioAccess
{
    public static PolicyDocument For(StudioSettings settings, string domain, AwsPlace place)
    {
        var spaces = place.Arn("sagemaker", $"space/{domain}/*");
        var apps = place.Arn("sagemaker", $"app/{domain}/*");
        string[] people = [place.Arn("sagemaker", $"domain/{domain}"), place.Arn("sagemaker", $"user-profile/{domain}/*")];
        return new(
        [
            new()
            {
                Sid = "LookAround",
                Actions =
                [
                    "sagemaker:DescribeApp", "sagemaker:DescribeDomain", "sagemaker:DescribeSpace",
                    "sagemaker:DescribeUserProfile", "sagemaker:ListTags",
                ],
                Resources = [.. people, spaces, apps],
            },
            new()
            {
                Sid = "ListSpacesAndApps",
                Actions = ["sagemaker:ListApps", "sagemaker:ListSpaces", "sagemaker:ListUserProfiles"],
                Resources = ["*"],
            },
            new()
            {
                Sid = "WorkInSpaces",
                Actions =
                [
                    "sagemaker:AddTags", "sagemaker:CreateApp", "sagemaker:CreateSpace", "sagemaker:DeleteApp",
                    "sagemaker:DeleteSpace", "sagemaker:UpdateSpace",
                ],
                Resources = [spaces, apps],
            },
            new()
            {
                Sid = "OnNoOtherTypes",
                Effect = "Deny",
                Actions = ["sagemaker:CreateApp", "sagemaker:CreateSpace", "sagemaker:UpdateSpace"],
                Resources = ["*"],
                // False where no type is named: only the apps that SageMaker runs free of charge name none, or "system".
                Conditions = [new("ForAnyValue:StringNotEquals", "sagemaker:InstanceTypes", [.. settings.InstanceTypes, "system"])],
            },
        ]);
    }
}
