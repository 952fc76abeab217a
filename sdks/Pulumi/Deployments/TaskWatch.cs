namespace Pulumi;

/// <summary>Waits for everything a program has started, and collects what went wrong.</summary>
internal sealed class TaskWatch
{
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Exception> errors = [];

    // One for the program, which starts others before its own task is there to be watched.
    private int pending = 1;

    /// <summary>Watches a task that the program has started.</summary>
    public void Watch(Task task)
    {
        Interlocked.Increment(ref pending);
        Follow(task);
    }

    /// <summary>Waits for the program and everything it has started.</summary>
    /// <returns>Everything that went wrong, each text once.</returns>
    public async Task<IReadOnlyList<Exception>> WaitAsync(Task program)
    {
        Follow(program);
        await idle.Task;
        lock (errors)
        {
            return errors.Count < 2 ? errors : [.. errors.DistinctBy(error => (error.GetType(), error.Message))];
        }
    }

    private void Follow(Task task)
    {
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
