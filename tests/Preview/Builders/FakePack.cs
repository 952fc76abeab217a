using Preview.Policies;
using Pulumirpc;

namespace Preview.Tests.Builders;

/// <summary>A pack that notes what it is asked, and answers as a test tells it to.</summary>
internal sealed class FakePack : IPolicyPack
{
    public List<string> Calls { get; } = [];

    public List<AnalyzeRequest> Remediated { get; } = [];

    public List<AnalyzeRequest> Analyzed { get; } = [];

    public List<AnalyzerResource> Stack { get; } = [];

    public ConfigureAnalyzerRequest? Configuration { get; private set; }

    public AnalyzerStackConfigureRequest? StackConfiguration { get; private set; }

    public AnalyzerInfo Info { get; init; } = new()
    {
        Name = "fake",
        Version = "1.0.0",
        SupportsConfig = true,
        Policies = { new PolicyInfo { Name = "no-big-things", EnforcementLevel = EnforcementLevel.Mandatory, Severity = PolicySeverity.High } },
    };

    public Func<AnalyzeRequest, Remediation?> Remediate { get; init; } = _ => null;

    public Func<AnalyzeRequest, AnalyzeDiagnostic?> Analyze { get; init; } = _ => null;

    public Func<AnalyzeStackRequest, AnalyzeDiagnostic?> AnalyzeStack { get; init; } = _ => null;

    public string Source => "fake";

    public string EngineAddress => "";

    public Task HandshakeAsync(AnalyzerHandshakeRequest request, CancellationToken cancellation) => Note("handshake");

    public Task ConfigureStackAsync(AnalyzerStackConfigureRequest request, CancellationToken cancellation)
    {
        StackConfiguration = request;
        return Note("configure stack");
    }

    public async Task<AnalyzerInfo> GetAnalyzerInfoAsync(CancellationToken cancellation)
    {
        await Note("info");
        return Info;
    }

    public Task ConfigureAsync(ConfigureAnalyzerRequest request, CancellationToken cancellation)
    {
        Configuration = request;
        return Note("configure");
    }

    public async Task<RemediateResponse> RemediateAsync(AnalyzeRequest request)
    {
        await Note($"remediate {request.Name}");
        Remediated.Add(request);
        return Remediate(request) is { } remediation ? new() { Remediations = { remediation } } : new();
    }

    public async Task<AnalyzeResponse> AnalyzeAsync(AnalyzeRequest request)
    {
        await Note($"analyze {request.Name}");
        Analyzed.Add(request);
        return Analyze(request) is { } diagnostic ? new() { Diagnostics = { diagnostic } } : new();
    }

    public async Task<AnalyzeResponse> AnalyzeStackAsync(AnalyzeStackRequest request)
    {
        await Note("analyze stack");
        Stack.AddRange(request.Resources);
        return AnalyzeStack(request) is { } diagnostic ? new() { Diagnostics = { diagnostic } } : new();
    }

    public Task CancelAsync() => Note("cancel");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task Note(string call)
    {
        Calls.Add(call);
        return Task.CompletedTask;
    }
}
