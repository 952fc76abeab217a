namespace Pulumi;

/// <summary>Waits for everything a program has started, and collects what went wrong.</summary>
internal sealed class TaskWatch
{
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Exception> errors = [];
    private int pending;

    /// <summary>Watches a task; once the last one is done, what is watched later is not waited for.</summary>
    public void Watch(Task task)
    {
        Interlocked.Increment(ref pending);
        if (task.IsCompleted)
        {
            Complete(task);
            return;
        }

        task.ContinueWith(
            static (done, watch) => ((TaskWatch)watch!).Complete(done),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Everything that went wrong until nothing is under way any more, each text once.</summary>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        await idle.Task;
        lock (errors)
        {
            return [.. errors.DistinctBy(error => (error.GetType(), error.Message))];
        }
    }

    private void Complete(Task task)
    {
        if (task.Exception is { } exception)
        {
            lock (errors)
            {
                errors.AddRange(exception.Flatten().InnerExceptions);
            }
        }
        else if (task.IsCanceled)
        {
            lock (errors)
            {
                errors.Add(new TaskCanceledException(task));
            }
        }

        if (Interlocked.Decrement(ref pending) == 0)
        {
            idle.TrySetResult();
        }
    }
}
