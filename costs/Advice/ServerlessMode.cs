using System.Globalization;
using Costs.Catalogue;
using Costs.Catalogue.Keys;
using Costs.Mappers.SageMaker.Hosting;
using Costs.Money;
using Costs.Quantities;
using Costs.Sizing;
using Costs.Usage;

namespace Costs.Advice;

/// <summary>Whether a model on CPUs costs less by the call or on an instance that waits, and at how many calls that turns.</summary>
internal sealed class ServerlessMode : IAdviser
{
    private const int MemoryStepMb = 1024;
    private const int MostMemoryMb = 6144;
    private const string LoadTest = "a load test of it: cold starts, and the seconds of a call on that memory";

    public Findings Look(Workbench bench)
    {
        var hosted = Hosted.In(bench).ToList();
        return Compare(hosted, bench, ToServerless, Instances).And(Compare(hosted, bench, ToInstance, Serverless));
    }

    private static Findings Compare(
        List<Hosted> hosted, Workbench bench, Func<Hosted, Choice?> alternative, Func<Choice, Outcome, (Proposal?, Remark?)> judge)
    {
        var choices = hosted.Select(alternative).OfType<Choice>().ToList();
        var judged = choices.Zip(bench.Try([.. choices.Select(choice => choice.Replacements)]), judge).ToList();
        return new([.. judged.Select(one => one.Item1).OfType<Proposal>()], [.. judged.Select(one => one.Item2).OfType<Remark>()], []);
    }

    /// <summary>An endpoint on CPU instances, by the call.</summary>
    private static Choice? ToServerless(Hosted hosted)
    {
        if (hosted.Thing.Thing is not InstanceFleet { IsAsync: false } fleet
            || InstanceCatalogue.Find(fleet.InstanceType) is not { Accelerators: null }
            || !(hosted.CouldBeServerless || (fleet.IsMultiModel && hosted.HasOneVariant))
            || hosted.Bench.PricesOf(hosted.Thing.Resource) is not { } prices
            || MemoryFor(hosted) is not { } memory
            || prices.Find(SageMakerPrices.ServerlessSeconds(memory)).Price is not { } price)
        {
            return null;
        }

        var busy = hosted.Thing.Usage[ServerlessVariant.Requests] * hosted.Thing.Usage[ServerlessVariant.SecondsPerRequest];
        return new(hosted, ServerlessVariant.ByTheCall(memory, busy), memory, price, fleet.InstanceType);
    }

    /// <summary>A serverless endpoint, on the cheapest instances that carry it.</summary>
    private static Choice? ToInstance(Hosted hosted)
    {
        if (hosted.Thing.Thing is not ServerlessVariant { MemoryMb: { } memory }
            || hosted.Bench.PricesOf(hosted.Thing.Resource) is not { } prices
            || prices.Find(SageMakerPrices.ServerlessSeconds(memory)).Price is not { } price
            || CpuTypes.Cheapest(prices, memory, Allowed(hosted)) is not { } type)
        {
            return null;
        }

        var busy = hosted.Calls * hosted.SecondsPerCall / BillingMonth.Seconds / type.VirtualCpus ?? 0;
        var fleet = InstanceFleet.AlwaysOn(type.Name, Quantity.Of(Math.Max(1, Math.Ceiling(busy)))
            .Because("one call at a time for each virtual CPU"));
        return new(hosted, fleet, memory, price, type.Name);
    }

    private static TypePatterns Allowed(Hosted hosted) =>
        hosted.Bench.Input.Sizing.Allowed(SizingSettings.HostingTypes, hosted.Bench.Models.ServedBy(hosted.Thing.Resource)).Types;

    private static (Proposal?, Remark?) Instances(Choice choice, Outcome outcome)
    {
        var hosted = choice.Hosted;
        var isMultiModel = ((InstanceFleet)hosted.Thing.Thing).IsMultiModel;
        var turns = $"by the call it costs less below {choice.BreakEven(outcome.UsdBefore)}";
        if (outcome.Usd <= 0)
        {
            return (null, new([hosted.Name], turns));
        }

        AdviceSaving saving = outcome.Usd switch
        {
            null => new AdviceSaving.Unknown($"{UsageKeys.RequestsPerMonth.Name} of {hosted.Name} is not stated"),
            { } usd when isMultiModel => new AdviceSaving.If(usd, "each of its models may wait for a cold start"),
            { } usd => new AdviceSaving.Known(usd),
        };
        return (
            new()
            {
                Replacements = choice.Replacements,
                Line = new()
                {
                    Topic = AdviceTopic.ServingMode,
                    What = isMultiModel
                        ? $"Serve each model of {hosted.Name} from a serverless endpoint instead of {choice.InstanceType}"
                        : $"Serve {hosted.Name} serverless instead of on {choice.InstanceType}",
                    Resource = hosted.Name,
                    Urns = [hosted.Thing.Resource.Urn],
                    Saving = saving,
                    Why = $"{turns}, with {choice.MemoryMb} MB{(choice.IsMemoryDeclared ? "" : ", the most there is, as no size of the model is declared")}",
                    Certainty = saving is AdviceSaving.Known
                        ? Certainty.Of(outcome, LoadTest)
                        : Certainty.NeedsFigures(hosted.UsageOf(UsageKeys.RequestsPerMonth.Name, UsageKeys.SecondsPerRequest.Name)),
                    Change = hosted.Bench.Settings.Move([hosted.Thing.Resource], "serverlessEndpoints", "a variant with a serverlessConfig"),
                },
            }, null);
    }

    private static (Proposal?, Remark?) Serverless(Choice choice, Outcome outcome)
    {
        var hosted = choice.Hosted;
        var instances = outcome.Lines.Sum(line => line.After.Monthly.Expected) - outcome.Lines.Sum(line => line.Before.Monthly.Expected) + outcome.UsdBefore;
        var turns = $"by the call it costs less than on {choice.InstanceType} below {choice.BreakEven(instances)}";
        if (outcome.Usd is not { } usd)
        {
            return (null, new([hosted.Name], $"{turns}; state {UsageKeys.RequestsPerMonth.Name} in its usage to have that compared"));
        }

        return usd <= 0
            ? (null, new([hosted.Name], turns))
            : (
                new()
                {
                    Replacements = choice.Replacements,
                    Line = new()
                    {
                        Topic = AdviceTopic.ServingMode,
                        What = $"Serve {hosted.Name} on {choice.InstanceType} instead of serverless",
                        Resource = hosted.Name,
                        Urns = [hosted.Thing.Resource.Urn],
                        InstanceType = choice.InstanceType,
                        Saving = new AdviceSaving.Known(usd),
                        Why = turns,
                        Certainty = Certainty.Of(outcome, $"a load test of it on {choice.InstanceType}"),
                        Change = hosted.Bench.Settings.Move(
                            [hosted.Thing.Resource], "realtimeEndpoints", $"a variant with instanceType {choice.InstanceType}"),
                    },
                }, null);
    }

    /// <summary>The memory of the model, in steps, or the most where nobody declared a size; null where it needs more than there is.</summary>
    private static int? MemoryFor(Hosted hosted)
    {
        if (hosted.Bench.Models.ServedBy(hosted.Thing.Resource) is not { } demand)
        {
            return MostMemoryMb;
        }

        var steps = (int)Math.Ceiling(demand.Need.GB * 1e9 / (MemoryStepMb * 1024.0 * 1024.0));
        return steps * MemoryStepMb <= MostMemoryMb ? steps * MemoryStepMb : null;
    }

    /// <param name="By">What would take its place.</param>
    /// <param name="InstanceType">On the side that has instances.</param>
    private sealed record Choice(Hosted Hosted, ServedVariant By, int MemoryMb, UnitPrice Second, string InstanceType)
    {
        public ImmutableArray<Replacement> Replacements { get; } = [new(Hosted.Thing, By)];

        public bool IsMemoryDeclared => Hosted.Bench.Models.ServedBy(Hosted.Thing.Resource) is not null;

        /// <summary>How many calls cost as much as the instances do.</summary>
        public string BreakEven(decimal instancesUsd)
        {
            var perCall = Hosted.SecondsPerCall * Second.FirstUsd;
            return perCall == 0
                ? "any number of calls"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{instancesUsd / perCall:N0} calls a month of {Hosted.SecondsPerCall:0.###} s ({instancesUsd / perCall / BillingMonth.Seconds:0.##} a second)");
        }
    }
}
