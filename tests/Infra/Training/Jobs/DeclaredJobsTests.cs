using Infra.Settings;
using Infra.Tests.Builders;

namespace Infra.Tests.Training.Jobs;

public class DeclaredJobsTests
{
    private const string Good = """
        config:
          aws:region: us-east-1
          sagemaker-infra:team: ml
          sagemaker-infra:environment: test
          sagemaker-infra:trainingFamilies:
            ranking:
              image: 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1
              instanceType: ml.g5.xlarge
              maxRuntimeMinutes: 60
          sagemaker-infra:trainingJobs:
            baseline:
              family: ranking
              script: train.py
          sagemaker-infra:tuningJobs:
            rates:
              family: ranking
              ranges: { learning_rate: "0.01 to 1", epochs: 1 to 10 }
              metric: train:loss
              metricRegex: "train:loss=([0-9.]+);"
              maxTrials: 4
          sagemaker-infra:pipelines:
            weekly:
              steps:
                prepare:
                  processing:
                    image: 683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3
                    maxRuntimeMinutes: 30
                    inputs: { raw: clicks/raw }
                train:
                  after: [prepare]
                  training: { family: ranking }
        """;

    [Fact]
    public void All_three_can_be_declared() => Assert.Empty(Read(Good).Faults);

    [Theory]
    [InlineData("    baseline:\n      family: ranking", "    baseline:\n      family: rankin",
        "trainingJobs.baseline.family is 'rankin'; accepted: a key of trainingFamilies: ranking")]
    [InlineData("    rates:\n      family: ranking", "    rates:\n      family: other",
        "tuningJobs.rates.family is 'other'; accepted: a key of trainingFamilies: ranking")]
    [InlineData("training: { family: ranking }", "training: { family: other }",
        "pipelines.weekly.steps.train.training.family is 'other'; accepted: a key of trainingFamilies: ranking")]
    [InlineData("script: train.py", "script: ../train.sh",
        "trainingJobs.baseline.script is '../train.sh'; accepted: a Python file by its name, for example train.py")]
    [InlineData("script: train.py", "run: 0", "trainingJobs.baseline.run is 0; accepted: 1 to 10000")]
    [InlineData("epochs: 1 to 10", "epochs: ten",
        "tuningJobs.rates.ranges.epochs is 'ten'; accepted: whole numbers as '1 to 10', others as '0.001 to 0.1'")]
    [InlineData("maxTrials: 4", "maxTrials: 4\n      maxParallelTrials: 5",
        "tuningJobs.rates.maxParallelTrials is 5; accepted: at most maxTrials (4)")]
    [InlineData("maxTrials: 4", "maxTrials: 4\n      hyperParameters: { epochs: 3 }",
        "tuningJobs.rates.hyperParameters.epochs is '3'; accepted: nothing, because ranges says what to try of it")]
    [InlineData("([0-9.]+);", "[0-9.]+;", "tuningJobs.rates.metricRegex is 'train:loss=[0-9.]+;'; accepted: a regular expression with one group")]
    [InlineData("([0-9.]+);", "([0-9.+;", "tuningJobs.rates.metricRegex is 'train:loss=([0-9.+;'; accepted: a regular expression with one group")]
    [InlineData("after: [prepare]", "after: [clean]",
        "pipelines.weekly.steps.train.after names 'clean'; accepted: steps of this pipeline: prepare, train")]
    [InlineData("after: [prepare]", "after: [train]",
        "pipelines.weekly.steps go round in a circle; accepted: steps each of which can begin once others have ended")]
    [InlineData("training: { family: ranking }", "",
        "pipelines.weekly.steps.train does nothing; accepted: either processing or training, one of them")]
    [InlineData("inputs: { raw: clicks/raw }", "inputs: { raw: /clicks/ }",
        "pipelines.weekly.steps.prepare.processing.inputs.raw is '/clicks/'; accepted: folder names")]
    [InlineData("683313688378.dkr.ecr.us-east-1", "683313688378.dkr.ecr.eu-west-1",
        "pipelines.weekly.steps.prepare.processing.image is in eu-west-1; accepted: an image in us-east-1")]
    public void What_is_wrong_is_said_with_key_finding_and_what_is_accepted(string old, string replacement, string expected)
    {
        var file = Read(Good.ReplaceLineEndings("\n").Replace(old, replacement, StringComparison.Ordinal));

        Assert.Null(file.Settings);
        Assert.Contains(file.Faults, fault => fault.ToString().Contains(expected, StringComparison.Ordinal));
    }

    private static StackFile Read(string yaml) => StackFile.Read(StackYaml.Project, StackYaml.Parse(yaml));
}
