using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Serialization;

/// <summary>Makes outputs of a type that is only known at run time.</summary>
internal abstract class OutputMaker
{
    private static readonly ConcurrentDictionary<Type, OutputMaker> Known = new();

    /// <summary>Names a type, so that there is native code for its outputs.</summary>
    public static void Know<T>() => Known.TryAdd(typeof(T), new Maker<T>());

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Trimming.ValueTypesAreNamed)]
    public static OutputMaker Of(Type valueType) => Known.GetOrAdd(
        valueType, static key => (OutputMaker)Activator.CreateInstance(typeof(Maker<>).MakeGenericType(key))!);

    public abstract IOutput Make(IOutputSource source);

    private sealed class Maker<T> : OutputMaker
    {
        public override IOutput Make(IOutputSource source) => new Output<T>(source);
    }
}
