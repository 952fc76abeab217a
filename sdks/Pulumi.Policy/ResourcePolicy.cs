namespace Pulumi.Policy;

/// <summary>A policy that judges each resource by its own inputs, before the provider sees them.</summary>
public abstract class ResourcePolicy : Policy
{
    /// <summary>Whether <see cref="Remediate"/> can repair a resource; it is called only where this is true, which it is not unless overridden.</summary>
    public virtual bool CanRemediate => false;

    /// <summary>Judges one resource of <see cref="Policy.ResourceTypes"/>.</summary>
    public abstract Verdict Check(ResourceContext context);

    /// <summary>
    /// The inputs as they should be, all of them: start from <see cref="PolicyResource.Inputs"/>, so that unknowns and secrets survive.
    /// Null where nothing is to change.
    /// </summary>
    public virtual PropertyMap? Remediate(ResourceContext context) => null;
}

/// <summary>A policy that looks at one type of resource through a typed view.</summary>
/// <typeparam name="TView">A view of the resource's inputs, generated or written by hand.</typeparam>
public abstract class ResourcePolicy<TView> : ResourcePolicy
    where TView : struct, IResourceView<TView>
{
    /// <summary>The type of the view, and the older ones that mean the same resource.</summary>
    public sealed override IReadOnlyCollection<string> ResourceTypes => TView.ResourceTypes;

    /// <inheritdoc/>
    public sealed override Verdict Check(ResourceContext context) => Check(TView.From(context.Resource.InputsValue), context);

    /// <inheritdoc/>
    public override PropertyMap? Remediate(ResourceContext context) =>
        Remediate(TView.From(context.Resource.InputsValue), context)?.ToProperty().Members;

    /// <summary>The resource as it should be, for example <c>resource with { Acl = "private" }</c>; null where nothing is to change.</summary>
    protected virtual TView? Remediate(TView resource, ResourceContext context) => null;

    /// <summary>Judges one resource through its view.</summary>
    protected abstract Verdict Check(TView resource, ResourceContext context);
}
