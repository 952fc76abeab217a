using System.Runtime.CompilerServices;

namespace Policies.Workloads.Resources;

/// <summary>Reads properties through views, with the paths that the compiler takes from the expressions that read them.</summary>
internal static class ViewReading
{
    /// <summary>The instance type a property names; none where it names none.</summary>
    /// <param name="type">An expression such as <c>job.ResourceConfig.InstanceType</c>.</param>
    /// <param name="parent">Where the view of the expression stands.</param>
    public static ImmutableArray<InstanceUse> One(
        Known<string> type, PropertyPath parent = default, [CallerArgumentExpression(nameof(type))] string expression = "") =>
        type is { IsKnown: true, Value: null } ? [] : [new(parent.Read(expression), type)];

    /// <summary>The same, for instances that work on one model together.</summary>
    public static ImmutableArray<InstanceUse> Together(
        Known<string> type,
        Known<int?> count,
        PropertyPath parent = default,
        [CallerArgumentExpression(nameof(type))] string typeExpression = "",
        [CallerArgumentExpression(nameof(count))] string countExpression = "") =>
        [.. One(type, parent, typeExpression).Select(use => use with
        {
            Count = count is { IsKnown: true, Value: null } ? 1 : count,
            CountPath = parent.Read(countExpression),
        })];

    /// <summary>The same instances, each with such a volume.</summary>
    public static ImmutableArray<InstanceUse> On(ImmutableArray<InstanceUse> instances, InstanceVolume volume) =>
        [.. instances.Select(use => use with { Volume = volume })];

    /// <summary>What is read from each element of a list and its path; of an unknown list, from one unknown element.</summary>
    public static IEnumerable<T> Each<TView, T>(
        ViewList<TView> list,
        Func<TView, PropertyPath, T> read,
        PropertyPath parent = default,
        [CallerArgumentExpression(nameof(list))] string expression = "")
        where TView : struct, IPropertyView<TView>
    {
        var path = parent.Read(expression);
        if (list.IsUnknown)
        {
            return [read(TView.From(PropertyValue.Unknown), path)];
        }

        var found = new List<T>();
        foreach (var element in list)
        {
            found.Add(read(element, path.Element(found.Count)));
        }

        return found;
    }

    /// <summary>The instance types that the elements of a list name.</summary>
    public static IEnumerable<InstanceUse> InEach<TView>(
        ViewList<TView> list,
        Func<TView, PropertyPath, ImmutableArray<InstanceUse>> read,
        PropertyPath parent = default,
        [CallerArgumentExpression(nameof(list))] string expression = "")
        where TView : struct, IPropertyView<TView> => Each(list, read, parent, expression).SelectMany(uses => uses);

    public static Setting<T> Setting<T>(
        Known<T> known, PropertyPath parent = default, [CallerArgumentExpression(nameof(known))] string expression = "") =>
        new(parent.Read(expression), known);

    /// <summary>Whether an object is there at all.</summary>
    public static Setting<bool?> Presence<TView>(
        TView view, PropertyPath parent = default, [CallerArgumentExpression(nameof(view))] string expression = "")
        where TView : struct, IPropertyView<TView>
    {
        var value = view.ToProperty();
        return new(parent.Read(expression), value.IsUnknown ? Known<bool?>.Unknown : value.HasValue);
    }

    /// <summary>The path of a property that a view gives as an object or a list.</summary>
    public static PropertyPath PathOf<T>(
        T property, PropertyPath parent = default, [CallerArgumentExpression(nameof(property))] string expression = "") =>
        parent.Read(expression);
}
