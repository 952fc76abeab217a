using Infra.Compute;

namespace Infra.Hosting;

/// <summary>
/// The logical name of an endpoint that scales: it holds what SageMaker changes on no endpoint that scales, so that another
/// instance type, or going to zero, is another endpoint.
/// </summary>
/// <remarks>
/// SageMaker refuses to change the type of a variant while it is registered for scaling, or to put inference components in
/// place of its model, and the registration can only be taken back after the update that needs it gone. As a resource of its own the new endpoint is made and scaled first;
/// then the old one goes, its registration before it.
/// https://docs.aws.amazon.com/sagemaker/latest/dg/endpoint-auto-scaling-update.html
/// </remarks>
internal static class ScaledName
{
    public static string Of(string name, string instanceType, bool toZero = false)
    {
        var type = InstanceType.Parse(instanceType);
        return $"{name}-{type.Family}-{type.Size}{(toZero ? "-zero" : "")}";
    }
}
