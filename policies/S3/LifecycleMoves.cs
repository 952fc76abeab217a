using System.Globalization;
using Policies.Workloads;

namespace Policies.S3;

/// <summary>Where a rule moves objects, or their noncurrent versions, until it expires them.</summary>
/// <remarks>https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html</remarks>
/// <param name="Moves">The moves of one rule.</param>
/// <param name="End">Days after which it expires what it moves.</param>
/// <param name="Moved">What that is.</param>
internal sealed record LifecycleMoves(ImmutableArray<Transition> Moves, Setting<int?> End, string Moved)
{
    private const int InfrequentAccessDays = 30;

    private static readonly string[] InfrequentAccess = ["STANDARD_IA", "ONEZONE_IA"];
    private static readonly string[] Archives = ["GLACIER", "DEEP_ARCHIVE", "GLACIER_IR"];

    /// <summary>Days for which a class bills an object at least.</summary>
    private static readonly Dictionary<string, int> MinimumDays = new()
    {
        ["INTELLIGENT_TIERING"] = 0,
        ["STANDARD_IA"] = 30,
        ["ONEZONE_IA"] = 30,
        ["GLACIER_IR"] = 90,
        ["GLACIER"] = 90,
        ["DEEP_ARCHIVE"] = 180,
    };

    /// <summary>The extremes of days that are not known yet: what breaks at neither of them breaks nowhere between.</summary>
    private static readonly int?[] AnyDays = [0, 36_500];

    /// <summary>Nothing expires on the day on which it begins.</summary>
    private static readonly int?[] AnyEnd = [1, 36_500];

    /// <summary>The verdicts on each move; one on a date has no days to compare.</summary>
    public IEnumerable<Verdict> Judge(string name) =>
        Enumerable.Range(0, Moves.Length).Where(index => !Moves[index].IsDated).Select(index => Judge(index, name));

    /// <summary>With something unknown, a move is judged with each value that it may take: only what decides keeps from telling.</summary>
    private Verdict Judge(int index, string name)
    {
        var (days, storage) = (Moves[index].Days, Moves[index].Class);
        var found = $"{name}: {days.Path} is {(days.Known is { IsKnown: true, Value: null } ? 0 : days.Known)} for {storage.Known}";
        var before = InfrequentAccessBefore(index);
        Verdict[] possible =
        [
            .. from to in storage.Known.IsUnknown ? [.. MinimumDays.Keys] : (string[])[storage.Known.Value ?? ""]
               from after in Possible(days)
               from earlier in before.Days
               from end in End.Known.IsUnknown ? AnyEnd : [End.Known.Value]
               select Judge(after ?? 0, to, earlier, end, found),
        ];
        return Array.TrueForAll(possible, verdict => verdict.Equals(possible[0]))
            ? possible[0]
            : Verdict.Unknown((
                storage.Known.IsUnknown ? storage.Path
                : days.Known.IsUnknown ? days.Path
                : End.Known.IsUnknown ? End.Path
                : before.OpenPath).ToString());
    }

    private static int?[] Possible(Setting<int?> days) => days.Known.IsUnknown ? AnyDays : [days.Known.Value];

    private Verdict Judge(int after, string to, int? earlier, int? end, string found)
    {
        if (InfrequentAccess.Contains(to) && after < InfrequentAccessDays)
        {
            return Verdict.Violation($"{found}, expected at least {InfrequentAccessDays}. Raise it, or use INTELLIGENT_TIERING, which takes any.");
        }

        if (Archives.Contains(to) && earlier is { } since && after < since + InfrequentAccessDays)
        {
            return Verdict.Violation(
                $"{found}, expected at least {since + InfrequentAccessDays}: an object stays in infrequent access for {InfrequentAccessDays} days. "
                + "Raise it.");
        }

        return end switch
        {
            { } last when last <= after => Verdict.Violation(
                $"{found}, and the {Moved} expires after {last}: expected fewer. Remove the transition, or expire later."),
            { } last when MinimumDays.TryGetValue(to, out var least) && last < after + least => Verdict.Warning(string.Create(
                CultureInfo.InvariantCulture,
                $"{found}, and the {Moved} expires after {last}: {to} bills at least {least} days, so that the rest is paid for nothing.")),
            _ => Verdict.Compliant,
        };
    }

    /// <summary>The days after which another move leads to infrequent access; more than one where that is not known yet.</summary>
    private (int?[] Days, PropertyPath OpenPath) InfrequentAccessBefore(int index)
    {
        Transition[] others =
        [
            .. Moves.Where((other, place) => place != index && !other.IsDated)
                .Where(other => other.Class.Known.IsUnknown || InfrequentAccess.Contains(other.Class.Known.Value)),
        ];
        var known = others.Where(other => !other.Class.Known.IsUnknown && !other.Days.Known.IsUnknown).Max(other => other.Days.Known.Value);
        Transition[] open = [.. others.Where(other => other.Class.Known.IsUnknown || other.Days.Known.IsUnknown)];
        return open.Length == 0 ? ([known], default) : (
            [known, .. open.SelectMany(other => Possible(other.Days))],
            open[0].Class.Known.IsUnknown ? open[0].Class.Path : open[0].Days.Path);
    }
}
