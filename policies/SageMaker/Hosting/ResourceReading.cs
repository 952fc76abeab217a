namespace Policies.SageMaker.Hosting;

/// <summary>Looks at resources of a stack through views.</summary>
internal static class ResourceReading
{
    /// <summary>What the program asked for; of a resource that is only in the state, what the provider answered.</summary>
    public static TView View<TView>(this PolicyResource resource)
        where TView : struct, IResourceView<TView> =>
        TView.From(resource.Inputs.Encoded.IsEmpty ? resource.OutputsValue : resource.InputsValue);

    /// <summary>The name of a resource, which may be the provider's to choose.</summary>
    public static Known<string> NameOf<TView>(this PolicyResource resource, Func<TView, Known<string>> name)
        where TView : struct, IResourceView<TView>
    {
        var (input, output) = (name(TView.From(resource.InputsValue)), name(TView.From(resource.OutputsValue)));
        return input.IsSet ? input : output.IsSet ? output : Known<string>.Unknown;
    }
}
