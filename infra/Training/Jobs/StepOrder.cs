namespace Infra.Training.Jobs;

/// <summary>In which order the steps of a pipeline can run.</summary>
internal static class StepOrder
{
    /// <summary>The steps, each after those it waits for and otherwise by name; null where some wait for each other. Steps
    /// that nobody declared are waited for by nobody.</summary>
    public static IReadOnlyList<string>? Of(IReadOnlyDictionary<string, PipelineStep> steps)
    {
        var waiting = new SortedDictionary<string, PipelineStep>(steps.ToDictionary(), StringComparer.Ordinal);
        var order = new List<string>();
        while (waiting.Count > 0)
        {
            var next = waiting.FirstOrDefault(step => !step.Value.After.Any(waiting.ContainsKey)).Key;
            if (next is null)
                return null;
            order.Add(next);
            waiting.Remove(next);
        }

        return order;
    }
}
