namespace Bill.Engine.Tests;

public sealed class ProgressTests : IDisposable
{
    private readonly ReportFolder reports = new();

    public void Dispose() => reports.Dispose();

    [Fact]
    public void Elsewhere_than_on_a_terminal_progress_is_a_line_that_stays()
    {
        var run = Run.Of(isPlain: true, reports.Csv(ReferenceMonth.Charges));

        Assert.EndsWith("\nReading 1 file, 0.0 MB\n", run.Errors);
        Assert.DoesNotContain('\r', run.Errors);
    }

    [Fact]
    public void On_a_terminal_progress_is_gone_in_the_end()
    {
        var run = Run.Of(isPlain: false, reports.Csv(ReferenceMonth.Charges));

        Assert.EndsWith("\r\e[K", run.Errors);
    }
}
