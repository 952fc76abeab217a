using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Serialization;

/// <summary>Makes immutable collections of a type that is only known at run time.</summary>
internal abstract class CollectionMaker
{
    private static readonly ConcurrentDictionary<Type, CollectionMaker> Known = new();

    private static readonly Type[] Lists =
    [
        typeof(ImmutableArray<>), typeof(IEnumerable<>), typeof(IReadOnlyCollection<>), typeof(IReadOnlyList<>),
        typeof(ICollection<>), typeof(IList<>), typeof(IImmutableList<>),
    ];

    private static readonly Type[] Maps =
    [
        typeof(ImmutableDictionary<,>), typeof(IDictionary<,>), typeof(IReadOnlyDictionary<,>), typeof(IImmutableDictionary<,>),
    ];

    /// <summary>Names a type, so that there is native code for its collections.</summary>
    public static void Know<T>() => Known.TryAdd(typeof(T), new Maker<T>());

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Trimming.ValueTypesAreNamed)]
    public static CollectionMaker Of(Type elementType) => Known.GetOrAdd(
        elementType, static key => (CollectionMaker)Activator.CreateInstance(typeof(Maker<>).MakeGenericType(key))!);

    public static bool IsList(Type genericDefinition) => Lists.Contains(genericDefinition);

    public static bool IsMap(Type genericDefinition) => Maps.Contains(genericDefinition);

    /// <summary>What stands for a value that is not there: an empty array for lists, null for everything else.</summary>
    public static object? Empty(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
        ? Of(type.GetGenericArguments()[0]).List([])
        : null;

    public abstract object List(List<object?> items);

    public abstract object Map(List<KeyValuePair<string, object?>> members);

    private sealed class Maker<T> : CollectionMaker
    {
        public override object List(List<object?> items)
        {
            var array = ImmutableArray.CreateBuilder<T>(items.Count);
            foreach (var item in items)
            {
                array.Add(Cast(item));
            }

            return array.MoveToImmutable();
        }

        public override object Map(List<KeyValuePair<string, object?>> members)
        {
            var map = ImmutableDictionary.CreateBuilder<string, T>();
            foreach (var (name, value) in members)
            {
                map[name] = Cast(value);
            }

            return map.ToImmutable();
        }

        private static T Cast(object? value) => value is T typed ? typed : default!;
    }
}
