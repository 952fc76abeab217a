using System.Collections.Concurrent;

namespace Pulumi.Serialization;

/// <summary>Makes outputs of a type that is only known at run time, for tasks that are watched otherwise.</summary>
internal abstract class OutputMaker
{
    private static readonly ConcurrentDictionary<Type, OutputMaker> Known = new();

    public static OutputMaker Of(Type valueType) => Known.GetOrAdd(
        valueType, static key => (OutputMaker)Activator.CreateInstance(typeof(Maker<>).MakeGenericType(key))!);

    public abstract IOutput Make(Task<OutputData> data);

    private sealed class Maker<T> : OutputMaker
    {
        public override IOutput Make(Task<OutputData> data) => new Output<T>(data, watch: false);
    }
}
