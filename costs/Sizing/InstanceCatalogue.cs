using System.Collections.Frozen;
using System.Globalization;

namespace Costs.Sizing;

/// <summary>The instance types whose hardware is known. The file instances.csv says where every number comes from.</summary>
public static class InstanceCatalogue
{
    private static readonly Lazy<FrozenDictionary<string, InstanceType>> Types = new(Load);

    public static IReadOnlyCollection<InstanceType> All => Types.Value.Values;

    /// <summary>The type of that name; null where it is not listed, which does not make it invalid.</summary>
    public static InstanceType? Find(string name) => Types.Value.GetValueOrDefault(name);

    private static FrozenDictionary<string, InstanceType> Load()
    {
        const string Resource = "instances.csv";
        using var stream = typeof(InstanceCatalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return Read(reader).ToFrozenDictionary(type => type.Name);
    }

    private static IEnumerable<InstanceType> Read(TextReader reader)
    {
        var pastHeading = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (pastHeading)
            {
                yield return Parse(line);
            }

            pastHeading = true;
        }
    }

    private static InstanceType Parse(string line) => line.Split(',') switch
    {
        [var name, var cpus, var memory, var kind, var model, var count, var each, var offered, var status] => new(
            name,
            int.Parse(cpus, CultureInfo.InvariantCulture),
            double.Parse(memory, CultureInfo.InvariantCulture),
            kind.Length == 0 ? null : new(
                KindOf(kind), model, int.Parse(count, CultureInfo.InvariantCulture), int.Parse(each, CultureInfo.InvariantCulture)),
            OfferedIn(offered),
            StatusOf(status)),
        _ => throw new FormatException($"instances.csv: '{line}' has not nine fields."),
    };

    private static AcceleratorKind KindOf(string word) => word switch
    {
        "gpu" => AcceleratorKind.Gpu,
        "inferentia" => AcceleratorKind.Inferentia,
        "trainium" => AcceleratorKind.Trainium,
        _ => throw new FormatException($"instances.csv: '{word}' is not a kind of accelerator."),
    };

    private static OfferedFor OfferedIn(string letters) => letters.Aggregate(OfferedFor.NotRecorded, (all, letter) => all | letter switch
    {
        'T' => OfferedFor.Training,
        'H' => OfferedFor.Hosting,
        'N' => OfferedFor.NotebookInstance,
        'A' => OfferedFor.StudioApp,
        'P' => OfferedFor.Processing,
        _ => throw new FormatException($"instances.csv: '{letter}' is not a letter for where a type is offered."),
    });

    private static TypeStatus StatusOf(string word) => word switch
    {
        "current" => TypeStatus.Current,
        "previous" => TypeStatus.Previous,
        "plan" => TypeStatus.PlanOnly,
        _ => throw new FormatException($"instances.csv: '{word}' is not a status."),
    };
}
