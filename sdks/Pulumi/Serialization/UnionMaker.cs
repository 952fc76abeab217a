using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Serialization;

/// <summary>Makes unions of types that are only known at run time.</summary>
internal abstract class UnionMaker
{
    private static readonly ConcurrentDictionary<Type, UnionMaker> Known = new();

    /// <summary>Names types, so that there is native code for their unions, and for all of classes with it.</summary>
    public static void Know<T0, T1>() => Known.TryAdd(typeof(Union<T0, T1>), new Maker<T0, T1>());

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Trimming.ValueTypesAreNamed)]
    public static UnionMaker Of(Type union) => Known.GetOrAdd(
        union, static key => (UnionMaker)Activator.CreateInstance(typeof(Maker<,>).MakeGenericType(key.GetGenericArguments()))!);

    public abstract object First(object? value);

    public abstract object Second(object? value);

    private sealed class Maker<T0, T1> : UnionMaker
    {
        public override object First(object? value) => Union<T0, T1>.FromT0(value is T0 typed ? typed : default!);

        public override object Second(object? value) => Union<T0, T1>.FromT1(value is T1 typed ? typed : default!);
    }
}
