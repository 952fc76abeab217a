using ResourceViews.Aws.Sagemaker;

namespace PeerPack;

internal sealed class NotebooksAreSmall : ResourcePolicy<NotebookInstanceProps>
{
    public override PolicyInfo Info { get; } = new()
    {
        Name = "notebooks-are-small",
        DisplayName = "Small notebooks",
        Description = "Notebooks run on small instances with small volumes.",
        Config = new(
            new PolicySetting("instanceTypes", PropertyMap.Of(
                ("type", "array"),
                ("items", PropertyMap.Of(("type", "string"))),
                ("default", (string[])["ml.t3.medium", "ml.t3.large"]))),
            new PolicySetting("largestVolume", PropertyMap.Of(
                ("type", "integer"), ("minimum", 5), ("maximum", 16384), ("default", 50)))),
    };

    protected override Verdict Check(NotebookInstanceProps notebook, ResourceContext context)
    {
        if (notebook.InstanceType.IsUnknown)
        {
            return Verdict.Unknown("instanceType");
        }

        var name = context.Resource.Name;
        var accepted = Texts(context.Config["instanceTypes"]);
        var largest = context.Config["largestVolume"].AsInt32();
        return Verdict.All(
            accepted.Contains(notebook.InstanceType.Value)
                ? Verdict.Compliant
                : Verdict.Violation($"{name}: instanceType is {notebook.InstanceType}, accepted are {string.Join(", ", accepted)}."),
            notebook.VolumeSize.IsUnknown ? Verdict.Unknown("volumeSize")
                : notebook.VolumeSize.Value > largest
                    ? Verdict.Violation($"{name}: volumeSize is {notebook.VolumeSize} GB, accepted are {largest}.")
                    : Verdict.Compliant);
    }

    private static List<string?> Texts(PropertyValue list)
    {
        var texts = new List<string?>();
        foreach (var item in list.Items)
        {
            texts.Add(item.AsString());
        }

        return texts;
    }
}
