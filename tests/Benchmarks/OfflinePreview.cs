namespace Benchmarks;

/// <summary>The offline preview of dev as it is built: a whole process with program, policies and prices.</summary>
internal static class OfflinePreview
{
    private const int Rounds = 7;
    private const double Reach = 500;

    public static async Task<IReadOnlyList<Row>> RunAsync(Packs packs)
    {
        var native = await PreviewForm.PublishNativeAsync();
        PreviewForm[] forms = [native, PreviewForm.OnDotNet, PreviewForm.Isolated];
        var figures = forms.ToDictionary(form => form, _ => new List<double>());

        // The first round warms the file system.
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var form in forms)
            {
                figures[form].Add((await form.RunAsync(Packs.Root, ["dev"])).Duration.TotalMilliseconds);
            }
        }

        return [.. forms.Select(form => new Row("offline preview of dev", form.Name, "ms", figures[form][1..], form == native ? Reach : null))];
    }
}
