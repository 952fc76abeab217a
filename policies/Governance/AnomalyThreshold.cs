using Policies.Workloads;
using Policies.Workloads.Definitions;
using ResourceViews.Aws.CostExplorer;
using static Policies.Workloads.Resources.ViewReading;
using NativeSubscription = ResourceViews.AwsNative.Ce.AnomalySubscriptionProps;

namespace Policies.Governance;

/// <summary>A comparison by which an anomaly is large enough to be reported.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_AnomalySubscription.html</remarks>
/// <param name="Key">What is compared.</param>
/// <param name="Match">How: the one element of its list.</param>
internal readonly record struct AnomalyThreshold(Setting<string> Key, Setting<string> Match)
{
    private const string AtLeast = "GREATER_THAN_OR_EQUAL";

    private static readonly string[] Keys = ["ANOMALY_TOTAL_IMPACT_ABSOLUTE", "ANOMALY_TOTAL_IMPACT_PERCENTAGE"];

    /// <summary>The verdicts on the threshold of a subscription, an object in <c>aws</c>.</summary>
    public static IEnumerable<Verdict> Judge(AnomalySubscriptionProps subscription, string name)
    {
        var (expression, at) = (subscription.ThresholdExpression, PathOf(subscription.ThresholdExpression));
        return expression.IsUnknown ? [Verdict.Unknown(at.ToString())]
            :
            [
                .. Of(expression.Dimension, PathOf(expression.Dimension, at), name),
                .. Each(expression.Ands, (part, to) => Of(As(part.Dimension), PathOf(part.Dimension, to), name), at).SelectMany(found => found),
                .. Each(expression.Ors, (part, to) => Of(As(part.Dimension), PathOf(part.Dimension, to), name), at).SelectMany(found => found),
            ];
    }

    /// <summary>The same, where <c>aws-native</c> takes it as the text of the API.</summary>
    public static IEnumerable<Verdict> Judge(NativeSubscription subscription, string name)
    {
        var (text, at) = (subscription.ThresholdExpression, PathOf(subscription.ThresholdExpression));
        if (!text.IsSet)
        {
            return text.IsUnknown ? [Verdict.Unknown(at.ToString())] : [];
        }

        var (document, fault) = DefinitionText.Parse(text.ToProperty());
        return fault is null ? InText(document, text.IsSecret ? at.Hidden() : at, name) : [Verdict.Violation($"{name}: {at} {fault}.")];
    }

    private static List<Verdict> InText(PropertyValue expression, PropertyPath at, string name)
    {
        var verdicts = new List<Verdict>();
        if (expression["Dimensions"u8] is { HasValue: true } dimension)
        {
            var path = at.Member("Dimensions");
            verdicts.Add(new AnomalyThreshold(
                new(path.Member("Key"), Known.Text(dimension["Key"u8])),
                new(path.Member("MatchOptions"), Known.Text(dimension["MatchOptions"u8][0]))).Judge(name));
        }

        foreach (var list in (string[])["And", "Or"])
        {
            var index = 0;
            foreach (var part in expression[list].Items)
            {
                verdicts.AddRange(InText(part, at.Member(list).Element(index++), name));
            }
        }

        return verdicts;
    }

    /// <summary>Every dimension has the same properties.</summary>
    private static AnomalySubscriptionThresholdExpressionDimensionProps As<TView>(TView dimension)
        where TView : struct, IPropertyView<TView> => AnomalySubscriptionThresholdExpressionDimensionProps.From(dimension.ToProperty());

    private static IEnumerable<Verdict> Of(AnomalySubscriptionThresholdExpressionDimensionProps dimension, PropertyPath at, string name) =>
        dimension.IsMissing ? []
        : dimension.IsUnknown ? [Verdict.Unknown(at.ToString())]
        : [new AnomalyThreshold(
            Setting(dimension.Key, at),
            new(PathOf(dimension.MatchOptions, at), Known.Text(dimension.MatchOptions.Value[0]))).Judge(name)];

    private Verdict Judge(string name) => Verdict.All(
        Key.Known switch
        {
            { IsUnknown: true } => Verdict.Unknown(Key.Path.ToString()),
            { Value: var key } when Keys.Contains(key) => Verdict.Compliant,
            _ => Verdict.Violation($"{name}: {Key.Path} is {Key.Known}, and a threshold takes {string.Join(" or ", Keys)}. Use one of them."),
        },
        Match.Known switch
        {
            { IsUnknown: true } => Verdict.Unknown(Match.Path.ToString()),
            { Value: AtLeast } => Verdict.Compliant,
            _ => Verdict.Violation($"{name}: {Match.Path} is {Match.Known}, and a threshold takes {AtLeast}. Use it."),
        });
}
