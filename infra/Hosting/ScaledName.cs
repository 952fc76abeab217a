using Infra.Compute;

namespace Infra.Hosting;

/// <summary>
/// The logical name of an endpoint that scales: it holds the instance type, so that another type is another endpoint.
/// </summary>
/// <remarks>
/// SageMaker refuses to change the type of a variant while it is registered for scaling, and the registration can only be
/// taken back after the update that needs it gone. As a resource of its own the new endpoint is made and scaled first;
/// then the old one goes, its registration before it.
/// https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-update.html
/// </remarks>
internal static class ScaledName
{
    public static string Of(string name, string instanceType)
    {
        var type = InstanceType.Parse(instanceType);
        return $"{name}-{type.Family}-{type.Size}";
    }
}
