using Infra.Settings;
using Pulumi.Aws.CloudWatch;

namespace Infra.Observability;

/// <summary>What the stack's money buys, on one page: spend, GPU use, traffic, latency, backlog.</summary>
/// <remarks>The first three dashboards of an account are free, each further one is $3 a month.</remarks>
internal sealed class CostDashboard : ComponentResource
{
    public CostDashboard(string name, CostDashboardArgs args, ComponentResourceOptions? options = null)
        : base("ml:observability:CostDashboard", name, options)
    {
        Args.Validate(name, args);
        var scope = args.Scope;
        var dashboard = new Dashboard(name, new()
        {
            DashboardName = scope.PhysicalName(name),
            DashboardBody = Output.Tuple(scope.Place, Output.All(args.Endpoints))
                .Apply(found => DocumentText.Of(
                    DashboardBody.For($"{scope.Project}, {scope.Stack}", found.Item1.Region, args.Families, found.Item2))),
        }, new() { Parent = this });

        DashboardName = dashboard.DashboardName;
        RegisterOutputs();
    }

    [Output("dashboardName")]
    public Output<string> DashboardName { get; private init; }
}
