using Policies.Packs;
using Policies.Workloads;

namespace Policies.SageMaker.Hosting;

/// <summary>A serverless endpoint that SageMaker takes, and that does not pay for idle time unseen.</summary>
/// <remarks>https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html</remarks>
internal sealed class ServerlessShape : StackPolicy
{
    private const string AccountConcurrency = "accountConcurrency";
    private const int MemoryStepMb = 1024;
    private const int MostMemoryMb = 6144;
    private const int MostConcurrency = 200;

    public override PolicyInfo Info { get; } = new()
    {
        Name = "serverless-shape",
        DisplayName = "Serverless endpoints have a shape that SageMaker accepts",
        Description = "Serverless variants stay within SageMaker's limits and use nothing that serverless endpoints do not have.",
        Severity = Severity.Medium,
        Remediation = "Set memorySizeInMb to 1024, 2048, 3072, 4096, 5120 or 6144 and maxConcurrency to 1 to 200, and take out what the message "
            + "names; or give the variant an instance type.",
        Url = PolicyPages.Of("serverless-shape"),
        Tags = ["sagemaker", "hosting", "cost", "reliability", PolicyTags.Irreversible],
        Config = new(PolicySetting.Integer(
            AccountConcurrency,
            "Calls at the same time that all serverless endpoints of the account and Region may serve: 1000 or 500, depending on the Region.",
            byDefault: 500,
            minimum: 1)),
    };

    public override IEnumerable<ResourceVerdict> Check(StackContext context)
    {
        var stack = StackHosting.Of(context);
        return stack.Configurations.SelectMany(config => Judge(config, stack))
            .Concat(stack.Targets.SelectMany(target => Scaling(target, stack)))
            .Concat(stack.Monitors.SelectMany(monitor => Watched(monitor, stack)))
            .Append(new(null, Total(stack, context.Config[AccountConcurrency].AsInt32() ?? int.MaxValue)))
            .Where(verdict => !verdict.Verdict.IsCompliant)
            .Distinct();
    }

    private static IEnumerable<ResourceVerdict> Judge(HostedConfiguration config, StackHosting stack)
    {
        foreach (var variant in config.AllVariants)
        {
            switch (variant.IsServerless.Known)
            {
                case { IsUnknown: true }:
                    yield return new(config.Resource, Verdict.Unknown(variant.IsServerless.Path.ToString()));
                    break;
                case { Value: true }:
                    yield return new(
                        config.Resource,
                        Verdict.All([.. Limits(config.Resource.Name, variant), .. Excluded(config, variant), Idle(config, variant, stack)]));
                    foreach (var verdict in OfModel(config, variant, stack))
                    {
                        yield return verdict;
                    }

                    break;
            }
        }
    }

    /// <summary>Memory, concurrency and provisioned concurrency.</summary>
    private static IEnumerable<Verdict> Limits(string name, HostedVariant variant)
    {
        yield return variant.MemoryMb.Known switch
        {
            { IsUnknown: true } => Verdict.Unknown(variant.MemoryMb.Path.ToString()),
            { Value: { } megabytes } when megabytes is >= MemoryStepMb and <= MostMemoryMb && megabytes % MemoryStepMb == 0 => Verdict.Compliant,
            _ => Verdict.Violation(
                $"{name}: {variant.MemoryMb.Path} is {variant.MemoryMb.Known}, expected {MemoryStepMb} to {MostMemoryMb} in steps of "
                + $"{MemoryStepMb}."),
        };
        yield return Concurrency(name, variant.MaxConcurrency);
        if (variant.ProvisionedConcurrency.Known is { IsKnown: true, Value: null })
        {
            yield break;
        }

        yield return Concurrency(name, variant.ProvisionedConcurrency);
        if (variant.ProvisionedConcurrency.Known.Value > variant.MaxConcurrency.Known.Value)
        {
            yield return Verdict.Violation(
                $"{name}: {variant.ProvisionedConcurrency.Path} is {variant.ProvisionedConcurrency.Known}, expected at most "
                + $"{variant.MaxConcurrency.Path} ({variant.MaxConcurrency.Known}). Lower it, or raise the other.");
        }
    }

    private static Verdict Concurrency(string name, Setting<int?> setting) => setting.Known switch
    {
        { IsUnknown: true } => Verdict.Unknown(setting.Path.ToString()),
        { Value: >= 1 and <= MostConcurrency } => Verdict.Compliant,
        _ => Verdict.Violation($"{name}: {setting.Path} is {setting.Known}, expected 1 to {MostConcurrency}."),
    };

    /// <summary>What a configuration may have and a serverless endpoint does not.</summary>
    private static IEnumerable<Verdict> Excluded(HostedConfiguration config, HostedVariant variant)
    {
        var name = config.Resource.Name;
        foreach (var use in variant.Instances)
        {
            yield return use.Type.IsUnknown ? Verdict.Unknown(use.Path.ToString()) : Verdict.Violation(
                $"{name}: {use.Path} is {use.Type} beside {variant.IsServerless.Path}: a serverless variant has no instances, and no GPU. "
                + "Remove one of the two.");
        }

        if (config.AllVariants.Count() > 1)
        {
            yield return Verdict.Violation(
                $"{name}: {variant.Path} is serverless and there are {config.AllVariants.Count()} variants: a serverless endpoint has one. "
                + "Give each variant an endpoint of its own.");
        }

        yield return Without(name, config.CapturesData, "data capture");
        yield return Without(name, config.InVpc, "a VPC");
        yield return Without(name, config.IsIsolated, "network isolation");
    }

    private static Verdict Without(string name, Setting<bool?> feature, string what) => feature.Known switch
    {
        { IsUnknown: true } => Verdict.Unknown(feature.Path.ToString()),
        { Value: true } => Verdict.Violation($"{name}: {feature.Path} gives a serverless endpoint {what}, which it does not have. Remove it."),
        _ => Verdict.Compliant,
    };

    /// <summary>What the model of a serverless variant may not have, and whether it fits.</summary>
    private static IEnumerable<ResourceVerdict> OfModel(HostedConfiguration config, HostedVariant variant, StackHosting stack)
    {
        var match = stack.ModelOf(variant);
        foreach (var model in match.Found.Concat(match.Possible))
        {
            var name = model.Resource.Name;
            var verdict = Verdict.All(
            [
                Without(name, model.InVpc, "a VPC"),
                Without(name, model.IsIsolated, "network isolation"),
                .. model.Containers.Select(container => Registry(name, container)),
                model.Containers.Length <= 1 ? Verdict.Compliant : Verdict.Violation(
                    $"{name} has {model.Containers.Length} containers, and serves {config.Resource.Name}: a serverless endpoint runs no pipeline "
                    + "of containers. Join them, or use an instance type."),
                Fits(config, variant, model),
            ]);
            yield return match.IsDetermined || verdict.IsCompliant
                ? new(model.Resource, verdict)
                : new(config.Resource, Verdict.Unknown(match.WaitsFor.ToString()));
        }
    }

    private static Verdict Registry(string name, HostedContainer container) => container.RepositoryAccess.Known switch
    {
        { IsUnknown: true } => Verdict.Unknown(container.RepositoryAccess.Path.ToString()),
        { Value: "Vpc" } => Verdict.Violation(
            $"{name}: {container.RepositoryAccess.Path} is Vpc, and serverless endpoints pull from ECR only. Push the image to ECR."),
        _ => Verdict.Compliant,
    };

    private static Verdict Fits(HostedConfiguration config, HostedVariant variant, HostedModel model)
    {
        var declared = ModelDeclaration.From(config.Tags.Or(model.Tags), billions: null, use: null, ModelUse.Inference, activationShare: 0);
        return declared.Demand is { } demand && variant.MemoryMb.Known is { IsSecret: false, Value: { } megabytes }
            && demand.Need > MemorySize.FromMiB(megabytes)
            ? Verdict.Warning(
                $"{config.Resource.Name}: {variant.MemoryMb.Path} is {megabytes}, and {demand}: the model will not load. "
                + "Raise it, or use an instance type.")
            : Verdict.Compliant;
    }

    /// <summary>Provisioned concurrency is billed while nobody calls, unless a schedule or its use moves it.</summary>
    private static Verdict Idle(HostedConfiguration config, HostedVariant variant, StackHosting stack)
    {
        if (variant.ProvisionedConcurrency.Known.Value is null)
        {
            return Verdict.Compliant;
        }

        var places = stack.Places.Where(place => ReferenceEquals(place.Variant, variant)).ToArray();
        return places.Length == 0 || places.Any(place => stack.TargetsOf(place).Any())
            ? Verdict.Compliant
            : Verdict.Warning(
                $"{config.Resource.Name}: {variant.ProvisionedConcurrency.Path} is {variant.ProvisionedConcurrency.Known}, billed around the clock, "
                + $"and nothing scales it. Register the variant for {ScalableDimensions.Provisioned}, or remove it.");
    }

    private static IEnumerable<ResourceVerdict> Scaling(ScaledTarget target, StackHosting stack) =>
        from scaled in stack.PlacesOf(target)
        where scaled.Place.Variant.IsServerless.Known.Value == true && target.Dimension.Known.Value == ScalableDimensions.Instances
        select new ResourceVerdict(target.Resource, scaled.IsCertain
            ? Verdict.Violation(
                $"{target.Resource.Name}: {target.Dimension.Path} is {target.Dimension.Known} for {scaled.Place.Endpoint.Resource.Name}, which is "
                + $"serverless and has no instances. Remove the target, or scale {ScalableDimensions.Provisioned}.")
            : Verdict.Unknown(target.ResourceId.Name.Path.ToString()));

    private static IEnumerable<ResourceVerdict> Watched(HostedMonitor monitor, StackHosting stack) =>
        from name in monitor.Endpoints
        let match = stack.EndpointOf(name)
        from endpoint in match.Found.Concat(match.Possible)
        from place in stack.PlacesOf(endpoint)
        where place.Variant.IsServerless.Known.Value == true
        select match.IsDetermined
            ? place.Judged(monitor.Resource, Verdict.Violation(
                $"{monitor.Resource.Name}: {name.Name.Path} is that of {endpoint.Resource.Name}, which is serverless: Model Monitor does not watch "
                + "serverless endpoints. Remove the monitor, or give the variant an instance type."))
            : new ResourceVerdict(monitor.Resource, Verdict.Unknown(match.WaitsFor.ToString()));

    private static Verdict Total(StackHosting stack, int most)
    {
        var sum = stack.Configurations.SelectMany(config => config.Variants).Where(variant => variant.IsServerless.Known.Value == true).Sum(variant => variant.MaxConcurrency.Known is { IsSecret: false, Value: { } calls } ? (long)calls : 0);
        return sum <= most ? Verdict.Compliant : Verdict.Warning(
            $"The serverless endpoints of the stack may serve {sum} calls at the same time, and the account serves {most} "
            + $"(the setting {AccountConcurrency}). Lower maxConcurrency, or ask for a higher quota.");
    }
}
