using Rpc = Pulumirpc;

namespace Pulumi.Policy.Hosting;

/// <summary>What a resource depends on, read when somebody asks: of thousands of resources policies ask that of a few.</summary>
/// <param name="resource">An encoded AnalyzerResource.</param>
/// <param name="texts">Where URNs are kept.</param>
internal sealed class EncodedDependencies(ReadOnlyMemory<byte> resource, Texts texts)
{
    // Two threads that read them at once read the same.
    private ImmutableArray<string> all;
    private ImmutableDictionary<string, ImmutableArray<string>>? byProperty;

    public ImmutableArray<string> All => all.IsDefault
        ? all = Read(resource, Rpc.AnalyzerResource.DependenciesFieldNumber)
        : all;

    public ImmutableDictionary<string, ImmutableArray<string>> ByProperty => byProperty ??= ReadByProperty();

    private ImmutableDictionary<string, ImmutableArray<string>> ReadByProperty()
    {
        // An entry of a protobuf map is a message with the key in field 1 and the value in field 2; the last of a key counts.
        const int Key = 1;
        var properties = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>();
        var entries = new MessageReader(resource);
        while (entries.Read())
        {
            if (entries.Field == Rpc.AnalyzerResource.PropertyDependenciesFieldNumber)
            {
                var (name, urns) = ("", ImmutableArray<string>.Empty);
                var entry = new MessageReader(entries.Content);
                while (entry.Read())
                {
                    if (entry.Field == Key)
                    {
                        name = texts.Of(entry.Content);
                    }
                    else
                    {
                        urns = Read(entry.Content, Rpc.AnalyzerPropertyDependencies.UrnsFieldNumber);
                    }
                }

                properties[name] = urns;
            }
        }

        return properties.ToImmutable();
    }

    private ImmutableArray<string> Read(ReadOnlyMemory<byte> message, int field)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var fields = new MessageReader(message);
        while (fields.Read())
        {
            if (fields.Field == field)
            {
                found.Add(texts.Of(fields.Content));
            }
        }

        return found.ToImmutable();
    }
}
