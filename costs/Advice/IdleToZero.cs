using System.Globalization;
using Costs.Mappers.SageMaker.Hosting;
using Costs.Money;
using Costs.Plan;
using Costs.Quantities;
using Costs.Usage;

namespace Costs.Advice;

/// <summary>Instances that wait for calls all month, where they could go while nobody calls: a queue, or scale to zero.</summary>
internal sealed class IdleToZero : IAdviser
{
    /// <summary>
    /// Hours for which a call that comes alone keeps an instance: target tracking looks at fifteen minutes before it takes one away.
    /// </summary>
    /// <remarks>https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html</remarks>
    private const decimal IdleHours = 0.25m;

    private const string Condition = "callers can wait some minutes for the first answer after a pause";

    public Findings Look(Workbench bench)
    {
        var waiting = Hosted.In(bench).Where(IsWaiting).ToList();
        var stated = waiting.Where(hosted => hosted.Calls is not null).ToList();
        var outcomes = bench.Try([.. stated.Select(hosted => (ImmutableArray<Replacement>)[Replace(hosted)])]);
        return new(
            [
                .. stated.Zip(outcomes, Stated).OfType<Proposal>(),
                .. from hosted in waiting.Except(stated)
                   group hosted by BreakEvenText(hosted) into alike
                   select NotStated([.. alike.OrderBy(one => one.Name, StringComparer.Ordinal)], alike.Key),
            ],
            [],
            []);
    }

    /// <summary>Models that share instances neither queue nor scale to zero.</summary>
    private static bool IsWaiting(Hosted hosted) =>
        hosted.HasOneVariant
        && hosted.Thing.Thing is InstanceFleet { IsAsync: false, IsMultiModel: false, Instances: { IsKnown: true, Floor: > 0 } };

    private static InstanceFleet FleetOf(Hosted hosted) => (InstanceFleet)hosted.Thing.Thing;

    private static decimal HoursPerCall(Hosted hosted) => IdleHours + (hosted.SecondsPerCall / 3600);

    /// <summary>In the worst case every call comes alone, and none shares the instance that another one keeps.</summary>
    private static Replacement Replace(Hosted hosted)
    {
        var fleet = FleetOf(hosted);
        var hours = hosted.Calls!.Value * HoursPerCall(hosted);
        return new(hosted.Thing, fleet with { Instances = Quantity.Of(Math.Min(fleet.Instances.Expected, hours / BillingMonth.Hours)), Bounds = null });
    }

    private static Proposal? Stated(Hosted hosted, Outcome outcome) => outcome.Usd is not (null or > 0)
        ? null
        : new()
        {
            Replacements = [Replace(hosted)],
            Line = Line([hosted], BreakEvenText(hosted)) with
            {
                Saving = outcome.Usd is { } usd
                    ? new AdviceSaving.If(usd, $"{Condition}; more where calls come together")
                    : new AdviceSaving.Unknown(outcome.WhyNotKnown!),
            },
        };

    private static Proposal NotStated(ImmutableArray<Hosted> hosted, string breakEven) => new() { Line = Line(hosted, breakEven) };

    private static AdviceLine Line(ImmutableArray<Hosted> hosted, string breakEven)
    {
        var names = string.Join(", ", hosted.Select(one => one.Name));
        var settings = hosted[0].Bench.Settings;
        ImmutableArray<PlannedResource> endpoints = [.. hosted.Select(one => one.Thing.Resource)];
        return new()
        {
            Topic = AdviceTopic.ServingMode,
            What = $"Let {names} go down to no instance while nobody calls",
            Resource = names,
            Urns = [.. endpoints.Select(endpoint => endpoint.Urn)],
            Saving = new AdviceSaving.Unknown(
                $"{UsageKeys.RequestsPerMonth.Name} of {names} {(hosted.Length == 1 ? "is" : "are")} not stated; and only if {Condition}"),
            Why = $"{breakEven}, with a queue (asynchronous) or with scaling to zero",
            Certainty = Certainty.NeedsFigures(settings.Usage(endpoints, UsageKeys.RequestsPerMonth.Name, UsageKeys.SecondsPerRequest.Name)),
            Change = settings.Move(endpoints, "asyncEndpoints", "an asyncInferenceConfig and a minimum of 0")
                + (endpoints.All(settings.Has) ? $", or give {(hosted.Length == 1 ? "it scaleToZero where it is" : "them scaleToZero where they are")}, if callers can try again" : ""),
        };
    }

    private static string BreakEvenText(Hosted hosted)
    {
        var calls = FleetOf(hosted).Instances.Floor * BillingMonth.Hours / HoursPerCall(hosted);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"below {calls:N0} calls a month of {hosted.SecondsPerCall:0.###} s ({calls / BillingMonth.Hours:0.#} an hour) it costs less even if each comes alone and keeps an instance for {IdleHours * 60:0} minutes");
    }
}
