using System.Diagnostics;
using System.Text.Json.Nodes;
using Infra.Tests.Builders;

namespace Infra.Tests.Samples;

/// <summary>samples/training/train.py keeps its promise: interrupted at any time, it goes on and ends with the same model.</summary>
public sealed class TrainingScriptTests : IDisposable
{
    private const int StoppedBySignal = 128 + 15;

    private static readonly string Data = Path.Combine(StackYaml.RepositoryFolder, "samples", "training");

    private readonly string folder = Directory.CreateTempSubdirectory("training-").FullName;

    private string ModelFile => Path.Combine(folder, "model", "model.json");

    [SkippableFact]
    public async Task Asked_to_stop_it_writes_a_checkpoint_and_goes_on_from_there_to_the_very_same_model()
    {
        Python.Require();
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var uninterrupted = await TrainedInOneGo();

        using var interrupted = StartTraining();
        await FirstCheckpoint(interrupted);
        using (var kill = Process.Start("kill", ["-TERM", $"{interrupted.Id}"]))
            await kill.WaitForExitAsync();
        await interrupted.WaitForExitAsync();
        Assert.Equal(StoppedBySignal, interrupted.ExitCode);
        Assert.False(File.Exists(ModelFile));
        var (_, printed) = await Train();

        Assert.Contains("resumed after epoch", printed, StringComparison.Ordinal);
        Assert.Equal(uninterrupted, await File.ReadAllTextAsync(ModelFile));
    }

    [SkippableFact]
    public async Task Killed_without_warning_it_goes_on_from_the_last_checkpoint_to_the_very_same_model()
    {
        Python.Require();
        var uninterrupted = await TrainedInOneGo();

        using var interrupted = StartTraining();
        await FirstCheckpoint(interrupted);
        interrupted.Kill();
        await interrupted.WaitForExitAsync();
        Assert.False(File.Exists(ModelFile));
        var (_, printed) = await Train();

        Assert.Contains("resumed after epoch", printed, StringComparison.Ordinal);
        Assert.Equal(uninterrupted, await File.ReadAllTextAsync(ModelFile));
    }

    [SkippableFact]
    public async Task A_job_with_another_learning_rate_does_not_go_on_from_this_one_s_weights()
    {
        Python.Require();
        await Train("--epochs", "100");

        var (_, printed) = await Train("--epochs", "100", "--learning_rate", "0.1");

        Assert.DoesNotContain("resumed", printed, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(folder, "checkpoints")).Length);
    }

    [SkippableFact]
    public async Task A_checkpoint_that_cannot_be_read_is_no_reason_to_fail()
    {
        Python.Require();
        await Train("--epochs", "100");
        await File.WriteAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(folder, "checkpoints"))), "{");

        var (exitCode, printed) = await Train("--epochs", "100");

        Assert.Equal(0, exitCode);
        Assert.Contains("cannot be read: starting from nothing", printed, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Data_that_is_not_there_or_no_numbers_is_said_plainly()
    {
        Python.Require();
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        var (missing, saysMissing) = await Train("--train", data);
        await File.WriteAllTextAsync(Path.Combine(data, "a.csv"), "x,label\n1,0\ntwo,1\n");

        var (wrong, saysWrong) = await Train("--train", data);

        Assert.Equal((1, 1), (missing, wrong));
        Assert.Contains("has no CSV file", saysMissing, StringComparison.Ordinal);
        Assert.Contains("a.csv, line 3: not all of it is numbers.", saysWrong, StringComparison.Ordinal);
    }

    /// <summary>The model that endpoints start with is no invention. The last digits are the machine's.</summary>
    [SkippableFact]
    public async Task The_sample_model_is_what_it_trains_on_the_sample_data()
    {
        Python.Require();
        var (exitCode, _) = await Python.RunAsync(Arguments());
        Assert.Equal(0, exitCode);

        var trained = JsonNode.Parse(await File.ReadAllTextAsync(ModelFile))!;
        var sample = JsonNode.Parse(await File.ReadAllTextAsync(
            Path.Combine(StackYaml.RepositoryFolder, "samples", "serving", "model.json")))!;
        Assert.All(
            sample["weights"]!.AsArray().Zip(trained["weights"]!.AsArray()),
            pair => Assert.Equal((double)pair.First!, (double)pair.Second!, 1e-9));
        Assert.Equal((double)sample["bias"]!, (double)trained["bias"]!, 1e-9);
    }

    /// <summary>What SageMaker makes an archive of can be served as it is.</summary>
    [SkippableFact]
    public async Task The_trained_folder_can_be_served()
    {
        Python.Require();
        await Train("--epochs", "100");
        var model = Path.Combine(folder, "model");
        const string Serve = """
            import sys; sys.path.insert(0, sys.argv[1] + "/code")
            import inference
            model = inference.model_fn(sys.argv[1])
            for body, kind in (("[[30, 25, 1], [1, 1, 0]]", "application/json"), (b"30,25,1\n1,1,0\n", "text/csv")):
                print(inference.output_fn(inference.predict_fn(inference.input_fn(body, kind), model), "application/json")[0])
            """;

        var (exitCode, printed) = await Python.RunAsync("-c", Serve, model);

        Assert.True(exitCode == 0, printed);
        var answers = printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(2, answers.Length);
        Assert.Equal(answers[0], answers[1]);
        var predictions = JsonNode.Parse(answers[0])!.AsArray().Select(prediction => (double)prediction!).ToArray();
        Assert.InRange(predictions[0], 0.5, 1);
        Assert.InRange(predictions[1], 0, 0.5);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Long enough to be interrupted: some seconds.</summary>
    private string[] Arguments(params string[] others) =>
    [
        Path.Combine(Data, "train.py"), "--train", Data, "--model-dir", Path.Combine(folder, "model"),
        "--checkpoint-dir", Path.Combine(folder, "checkpoints"), .. others,
    ];

    private Process StartTraining() => Python.Start(Arguments("--epochs", "6000", "--checkpoint_every", "50"));

    private Task<(int ExitCode, string Printed)> Train(params string[] arguments) => Python.RunAsync(
        Arguments(arguments.Length > 0 ? arguments : ["--epochs", "6000", "--checkpoint_every", "50"]));

    private async Task<string> TrainedInOneGo()
    {
        var (exitCode, printed) = await Train();
        Assert.True(exitCode == 0, printed);
        var model = await File.ReadAllTextAsync(ModelFile);
        Directory.Delete(Path.Combine(folder, "model"), recursive: true);
        Directory.Delete(Path.Combine(folder, "checkpoints"), recursive: true);
        return model;
    }

    /// <summary>A line is printed once its checkpoint is written.</summary>
    private static async Task FirstCheckpoint(Process training) =>
        Assert.StartsWith("epoch 50:", await training.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
}
