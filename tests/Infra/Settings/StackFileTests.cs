using Infra.Settings;
using Infra.Tests.Builders;

namespace Infra.Tests.Settings;

public class StackFileTests
{
    private const string Valid = """
        config:
          aws:region: us-east-1
          sagemaker-infra:team: ml
          sagemaker-infra:environment: test
          sagemaker-infra:trainingFamilies:
            ranking:
              image: 763104351884.dkr.ecr.us-east-1.amazonaws.com/pytorch-training:2.5.1
              instanceType: ml.g5.xlarge
              maxRuntimeMinutes: 60
          sagemaker-infra:multiModelEndpoints:
            forecasts:
              image: 683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3
              models: { france: , spain: { parametersBillions: 0.2 } }
          sagemaker-infra:realtimeEndpoints:
            search:
              image: 683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3
          sagemaker-infra:asyncEndpoints:
            reports:
              image: 683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3
          sagemaker-infra:serverlessEndpoints:
            pricing:
              image: 683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3
          sagemaker-infra:budgets:
            total:
              monthlyUsd: 100
              emails: [ml@example.com]
        """;

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void The_stack_files_of_this_repository_have_no_faults(string stack)
    {
        var file = StackFile.Read(StackYaml.Project, StackYaml.OfStack(stack));

        Assert.Empty(file.Faults);
        Assert.Equal(stack, file.Settings!.Environment);
    }

    [Fact]
    public void What_a_file_leaves_out_gets_the_default_that_its_property_states()
    {
        var settings = Read(Valid).Settings!;

        Assert.Equal(30, settings.LogRetentionDays);
        Assert.Equal(30, settings.Storage.CheckpointExpiryDays);
        Assert.Equal(7200, settings.TrainingFamilies["ranking"].MaxWaitSeconds);
        Assert.Equal(70, settings.MultiModelEndpoints["forecasts"].Scaling.TargetInvocationsPerInstancePerMinute);
        Assert.Equal([50, 80, 100], settings.Budgets["total"].ActualPercent);
    }

    [Fact]
    public void An_entry_with_nothing_after_its_name_is_all_defaults()
    {
        var models = Read(Valid).Settings!.MultiModelEndpoints["forecasts"].Models;

        Assert.Equal(["france", "spain"], models.Keys);
        Assert.Null(models["france"].ParametersBillions);
        Assert.Equal(0.2m, models["spain"].ParametersBillions);
    }

    [Fact]
    public void Numbers_and_flags_are_good_values_of_hyperparameters()
    {
        var settings = Read(Valid.Replace(
            "maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      hyperParameters: { epochs: 3, bf16: true, lr: 0.5, name: x }",
            StringComparison.Ordinal)).Settings!;

        Assert.Equal(
            ["bf16=true", "epochs=3", "lr=0.5", "name=x"],
            settings.TrainingFamilies["ranking"].HyperParameters.Select(entry => $"{entry.Key}={entry.Value}"));
    }

    [Fact]
    public void A_quota_is_requested_for_all_families_that_share_it_or_not_at_all()
    {
        var quota = new Infra.Training.SpotQuota { Code = "L-1A2B3C4D", Instances = 2 };
        var family = Builders.Valid.Family with { SpotQuota = quota };

        var fault = Assert.Single((Builders.Valid.Stack with
        {
            TrainingFamilies = new SortedDictionary<string, Infra.Training.TrainingFamily> { ["a"] = family, ["b"] = family, ["c"] = Builders.Valid.Family },
        }).Inconsistencies(""));

        Assert.Equal("trainingFamilies.b.spotQuota.code is L-1A2B3C4D, as of a; accepted: each quota once, large enough for every family that uses it", fault.ToString());
    }

    [Fact]
    public void Keys_of_other_namespaces_are_nobody_s_business() =>
        Assert.Empty(Read(Valid.Replace("aws:region", "other:anything", StringComparison.Ordinal)).Faults);

    [Theory]
    [InlineData("team: ml", "team: ''", "sagemaker-infra:team is ''; accepted: 1 to 128 letters")]
    [InlineData("team: ml", "team: $", "sagemaker-infra:team is '$'; accepted: 1 to 128 letters")]
    [InlineData("environment: test", "logRetentionDays: 31",
        "sagemaker-infra:environment is missing; accepted: text",
        "sagemaker-infra:logRetentionDays is 31; accepted: 1, 3, 5, 7, 14, 30,")]
    [InlineData("environment: test", "environment: test\n  sagemaker-infra:logRetentionDays: soon",
        "sagemaker-infra:logRetentionDays is \"soon\"; accepted: a whole number")]
    [InlineData("trainingFamilies:", "traningFamilies:",
        "sagemaker-infra:traningFamilies is not a setting; did you mean trainingFamilies?; accepted: accountBaseline, ")]
    [InlineData("instanceType: ml.g5.xlarge", "instancetype: ml.g5.xlarge",
        "trainingFamilies.ranking.instanceType is missing; accepted: text",
        "trainingFamilies.ranking.instancetype is not a setting; did you mean instanceType?; accepted: channels,")]
    [InlineData("instanceType: ml.g5.xlarge", "instanceType: g5.xlarge",
        "trainingFamilies.ranking.instanceType is 'g5.xlarge'; accepted: a SageMaker instance type, ml.<family>.<size>")]
    [InlineData("instanceType: ml.g5.xlarge", "instanceType: { size: xlarge }",
        "trainingFamilies.ranking.instanceType is {\"size\":\"xlarge\"}; accepted: text")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 1.5",
        "trainingFamilies.ranking.maxRuntimeMinutes is 1.5; accepted: a whole number")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 40321",
        "trainingFamilies.ranking.maxRuntimeMinutes is 40321; accepted: 1 to 40320")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      maxWaitMinutes: 60",
        "trainingFamilies.ranking.maxWaitMinutes is 60; accepted: more than maxRuntimeMinutes (60), at most 40320")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      profilingIntervalMs: 50",
        "trainingFamilies.ranking.profilingIntervalMs is 50; accepted: 100, 200, 500, 1000, 5000, 60000")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      spotQuota: { code: g5-spot, instances: 1 }",
        "trainingFamilies.ranking.spotQuota.code is 'g5-spot'; accepted: a quota code, L- and 8 digits or capital letters")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      instanceCount: 2\n      spotQuota: { code: L-1A2B3C4D, instances: 1 }",
        "trainingFamilies.ranking.spotQuota.instances is 1; accepted: at least instanceCount (2)")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      spot: false\n      spotQuota: { code: L-1A2B3C4D, instances: 1 }",
        "trainingFamilies.ranking.spotQuota is set; accepted: nothing while spot is false")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      spot: false\n      maxWaitMinutes: 90",
        "trainingFamilies.ranking.maxWaitMinutes is 90; accepted: nothing while spot is false")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      channels: { train: /raw/ }",
        "trainingFamilies.ranking.channels.train is '/raw/'; accepted: folder names")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      trainingMode: half",
        "trainingFamilies.ranking.trainingMode is 'half'; accepted: full, lora, qlora")]
    [InlineData("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 60\n      spot: sometimes",
        "trainingFamilies.ranking.spot is \"sometimes\"; accepted: true or false")]
    [InlineData("environment: test", "environment: test\n  sagemaker-infra:trainingGuard: { watch: everything, utilizationPercent: 0 }",
        "trainingGuard.watch is 'everything'; accepted: account, stack",
        "trainingGuard.utilizationPercent is 0; accepted: 1 to 100")]
    [InlineData("environment: test", "environment: test\n  sagemaker-infra:trainingGuard: { onDemandRoleArns: ['arn:aws:iam::123456789012:role/*'] }",
        "trainingGuard.onDemandRoleArns[0] is 'arn:aws:iam::123456789012:role/*'; accepted: ARNs of roles")]
    [InlineData("environment: test", "environment: test\n  sagemaker-infra:trainingGuard: { emails: [a@example.com, a@example.com] }",
        "trainingGuard.emails is a@example.com, a@example.com; accepted: each address once")]
    [InlineData("environment: test", "environment: test\n  sagemaker-infra:storage: { checkpointExpiryDays: 1 }",
        "storage.checkpointExpiryDays is 1; accepted: at least 2, because a job of trainingFamilies.ranking may wait up to 1 days")]
    [InlineData("    ranking:", "    Ranking_1:",
        "trainingFamilies.Ranking_1 is not a usable name; accepted: 1 to 32 lower-case letters")]
    [InlineData("models: { france: , spain: { parametersBillions: 0.2 } }", "models: {}",
        "multiModelEndpoints.forecasts.models is empty; accepted: at least one model")]
    [InlineData("models: { france: , spain: { parametersBillions: 0.2 } }", "models: [france]",
        "multiModelEndpoints.forecasts.models is [\"france\"]; accepted: a map from names to settings")]
    [InlineData("models: { france: ", "instanceType: ml.t3.medium\n      models: { france: ",
        "multiModelEndpoints.forecasts.instanceType is 'ml.t3.medium'; accepted: a type that hosting offers")]
    [InlineData("models: { france: ", "instanceType: ml.t2.medium\n      models: { france: ",
        "multiModelEndpoints.forecasts.instanceType is 'ml.t2.medium'; accepted: a type that is not burstable")]
    [InlineData("models: { france: ", "instanceType: ml.g5.12xlarge\n      models: { france: ",
        "multiModelEndpoints.forecasts.instanceType is 'ml.g5.12xlarge'; accepted: a CPU type or one with a single GPU")]
    [InlineData("models: { france: ", "instanceType: ml.inf2.xlarge\n      models: { france: ",
        "multiModelEndpoints.forecasts.instanceType is 'ml.inf2.xlarge'; accepted: a CPU type or one with a single GPU")]
    [InlineData("models: { france: ", "scaling: { minInstances: 0 }\n      models: { france: ",
        "multiModelEndpoints.forecasts.scaling.minInstances is 0; accepted: 1 to 100")]
    [InlineData("models: { france: ", "scaling: { minInstances: 5, maxInstances: 4 }\n      models: { france: ",
        "multiModelEndpoints.forecasts.scaling.minInstances is 5; accepted: at most maxInstances (4)")]
    [InlineData("models: { france: ", "initialInstanceCount: 11\n      models: { france: ",
        "multiModelEndpoints.forecasts.initialInstanceCount is 11; accepted: 1 to 10, the bounds of the scaling")]
    [InlineData("models: { france: ",
        "scaling: { measuredRequestsPerSecond: 2, invocationsPerInstancePerMinute: 9 }\n      models: { france: ",
        "scaling.invocationsPerInstancePerMinute is 9; accepted: either this or measuredRequestsPerSecond, not both")]
    [InlineData("    pricing:", "    pricing:\n      memoryMb: 1500",
        "serverlessEndpoints.pricing.memoryMb is 1500; accepted: 1024, 2048, 3072, 4096, 5120, 6144")]
    [InlineData("    pricing:", "    pricing:\n      modelSizeMb: 2500",
        "serverlessEndpoints.pricing.memoryMb is 2048; accepted: at least modelSizeMb (2500)")]
    [InlineData("    pricing:", "    pricing:\n      maxConcurrency: 201",
        "serverlessEndpoints.pricing.maxConcurrency is 201; accepted: 1 to 200")]
    [InlineData("    pricing:", "    pricing:\n      provisionedConcurrency: 6",
        "serverlessEndpoints.pricing.provisionedConcurrency is 6; accepted: at most maxConcurrency (5)")]
    [InlineData("    pricing:\n      image: 683313688378.dkr.ecr.us-east-1", "    pricing:\n      image: 683313688378.dkr.ecr.eu-west-1",
        "serverlessEndpoints.pricing.image is in eu-west-1; accepted: an image in us-east-1, the stack's aws:region")]
    [InlineData("    pricing:\n      image: 683313688378.dkr.ecr.us-east-1.amazonaws.com", "    pricing:\n      image: ghcr.io",
        "serverlessEndpoints.pricing.image is 'ghcr.io/sagemaker-scikit-learn:1.2-1-cpu-py3'; accepted: an image in ECR")]
    [InlineData("    search:", "    search:\n      instanceType: ml.t3.medium",
        "realtimeEndpoints.search.instanceType is 'ml.t3.medium'; accepted: a type that hosting offers")]
    [InlineData("    search:", "    search:\n      instanceType: ml.t2.medium",
        "realtimeEndpoints.search.instanceType is 'ml.t2.medium'; accepted: a type that is not burstable")]
    [InlineData("    search:", "    search:\n      initialInstanceCount: 11",
        "realtimeEndpoints.search.initialInstanceCount is 11; accepted: 1 to 10, the bounds of the scaling")]
    [InlineData("    search:", "    search:\n      metric: memory",
        "realtimeEndpoints.search.metric is 'memory'; accepted: invocations, concurrency, cpu, gpu")]
    [InlineData("    search:", "    search:\n      metric: gpu",
        "realtimeEndpoints.search.metric is 'gpu'; accepted: invocations, concurrency or cpu on ml.m5.large, which has no GPU")]
    [InlineData("    search:", "    search:\n      metric: cpu\n      instanceType: ml.m9.metal",
        "realtimeEndpoints.search.metric is 'cpu'; accepted: invocations or concurrency on ml.m9.metal: how many cores")]
    [InlineData("    search:", "    search:\n      metric: cpu\n      scaling: { invocationsPerInstancePerMinute: 90 }",
        "realtimeEndpoints.search.metric is 'cpu'; accepted: invocations, because scaling says")]
    [InlineData("    search:", "    search:\n      concurrentRequests: 3",
        "realtimeEndpoints.search.concurrentRequests is 3; accepted: nothing unless metric is concurrency")]
    [InlineData("    search:", "    search:\n      metric: concurrency\n      utilizationPercent: 60",
        "realtimeEndpoints.search.utilizationPercent is 60; accepted: nothing unless metric is cpu or gpu")]
    [InlineData("    search:", "    search:\n      scaleToZero: {}",
        "realtimeEndpoints.search.scaleToZero.memoryMbPerCopy is missing; accepted: a whole number")]
    [InlineData("    search:", "    search:\n      scaleToZero: { memoryMbPerCopy: 64 }",
        "realtimeEndpoints.search.scaleToZero.memoryMbPerCopy is 64; accepted: 128 to 4000000")]
    [InlineData("    search:", "    search:\n      scaleToZero: { memoryMbPerCopy: 512, acceleratorsPerCopy: 1 }",
        "realtimeEndpoints.search.scaleToZero.acceleratorsPerCopy is 1; accepted: nothing on ml.m5.large")]
    [InlineData("    search:", "    search:\n      metric: cpu\n      scaleToZero: { memoryMbPerCopy: 512 }",
        "realtimeEndpoints.search.metric is 'cpu'; accepted: invocations or concurrency while scaleToZero is given")]
    [InlineData("    search:", "    search:\n      scaling: { minInstances: 2 }\n      scaleToZero: { memoryMbPerCopy: 512 }",
        "realtimeEndpoints.search.scaling.minInstances is 2; accepted: nothing while scaleToZero is given")]
    [InlineData("    search:", "    search:\n      scaleToZero: { memoryMbPerCopy: 512 }",
        "aws-native:region is missing; accepted: us-east-1, the stack's aws:region, because realtimeEndpoints.search")]
    [InlineData("    search:", "    search:\n      officeHours: { timeZone: Berlin time, minInstances: 2 }",
        "realtimeEndpoints.search.officeHours.timeZone is 'Berlin time'; accepted: a time zone by its IANA name")]
    [InlineData("    search:", "    search:\n      officeHours: { timeZone: UTC, minInstances: 2, start: '8', end: '24:00' }",
        "realtimeEndpoints.search.officeHours.start is '8'; accepted: a time of day in quotes, 00:00 to 23:59",
        "realtimeEndpoints.search.officeHours.end is '24:00'; accepted: a time of day in quotes")]
    [InlineData("    search:", "    search:\n      officeHours: { timeZone: UTC, minInstances: 2, start: '18:00', end: '08:00' }",
        "realtimeEndpoints.search.officeHours.end is '08:00'; accepted: later than start (18:00) on the same day")]
    [InlineData("    search:", "    search:\n      officeHours: { timeZone: UTC, minInstances: 2, days: [MON, Tuesday] }",
        "realtimeEndpoints.search.officeHours.days[1] is 'Tuesday'; accepted: MON, TUE, WED, THU, FRI, SAT, SUN")]
    [InlineData("    search:", "    search:\n      officeHours: { timeZone: UTC, minInstances: 2, days: [MON, MON] }",
        "realtimeEndpoints.search.officeHours.days is MON, MON; accepted: at least one day, each once")]
    [InlineData("    search:", "    search:\n      officeHours: { timeZone: UTC, minInstances: 11 }",
        "realtimeEndpoints.search.officeHours.minInstances is 11; accepted: at most the maximum of the scaling (10)")]
    [InlineData("    search:", "    search:\n      officeHours: { timeZone: UTC, minInstances: 3, maxInstances: 2 }",
        "realtimeEndpoints.search.officeHours.minInstances is 3; accepted: at most maxInstances (2)")]
    [InlineData("    reports:", "    reports:\n      instanceType: ml.t2.medium",
        "asyncEndpoints.reports.instanceType is 'ml.t2.medium'; accepted: a type that is not burstable")]
    [InlineData("    reports:", "    reports:\n      scaling: { minInstances: 3, maxInstances: 2 }",
        "asyncEndpoints.reports.scaling.minInstances is 3; accepted: at most maxInstances (2)")]
    [InlineData("    reports:", "    reports:\n      initialInstanceCount: 11",
        "asyncEndpoints.reports.initialInstanceCount is 11; accepted: 0 to 10, the bounds of the scaling")]
    [InlineData("    reports:", "    reports:\n      scaling: { backlogPerInstance: 0 }",
        "asyncEndpoints.reports.scaling.backlogPerInstance is 0; accepted: 1 to 100000")]
    [InlineData("    reports:\n      image: 683313688378.dkr.ecr.us-east-1", "    reports:\n      image: 683313688378.dkr.ecr.eu-west-1",
        "asyncEndpoints.reports.image is in eu-west-1; accepted: an image in us-east-1")]
    [InlineData("monthlyUsd: 100", "monthlyUsd: 0", "budgets.total.monthlyUsd is 0; accepted: 1 to 100000000")]
    [InlineData("monthlyUsd: 100", "monthlyUsd: 100\n      actualPercent: [50, 50]",
        "budgets.total.actualPercent is 50, 50; accepted: each number once")]
    [InlineData("monthlyUsd: 100", "monthlyUsd: 100\n      actualPercent: [50, 0]",
        "budgets.total.actualPercent[1] is 0; accepted: 1 to 1000")]
    [InlineData("monthlyUsd: 100", "monthlyUsd: 100\n      actualPercent: [50, half]",
        "budgets.total.actualPercent[1] is \"half\"; accepted: a whole number")]
    [InlineData("monthlyUsd: 100", "monthlyUsd: 100\n      actualPercent: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]",
        "budgets.total.actualPercent and forecastPercent have 11 entries; accepted: 1 to 10 together")]
    [InlineData("emails: [ml@example.com]", "emails: [nobody]", "budgets.total.emails[0] is 'nobody'; accepted: e-mail addresses")]
    [InlineData("emails: [ml@example.com]", "emails: []", "budgets.total.emails is empty; accepted: at least one address")]
    [InlineData("emails: [ml@example.com]", "emails: [ml@example.com]\n      services: []",
        "budgets.total.services has 0 entries; accepted: 1 to 20 entries")]
    [InlineData("environment: test", "environment: test\n  sagemaker-infra:storage: { bucketName: My_Bucket }",
        "sagemaker-infra:storage.bucketName is 'My_Bucket'; accepted: 3 to 63 lower-case letters")]
    [InlineData("environment: test",
        "environment: test\n  sagemaker-infra:storage: { archiveDatasetsAfterDays: 200, deepArchiveDatasetsAfterDays: 180 }",
        "storage.deepArchiveDatasetsAfterDays is 180; accepted: more than archiveDatasetsAfterDays (200)")]
    public void A_fault_names_key_finding_and_what_is_accepted(string valid, string faulty, params string[] expected)
    {
        Assert.Contains(valid, Valid, StringComparison.Ordinal);

        var faults = Read(Valid.Replace(valid, faulty, StringComparison.Ordinal)).Faults;

        var report = SettingFault.Report("Pulumi.test.yaml", faults);
        Assert.All(expected, text => Assert.Contains(text, report, StringComparison.Ordinal));
        Assert.Equal(expected.Count(text => text.Contains("; accepted:", StringComparison.Ordinal)), faults.Count);
    }

    [Theory]
    [InlineData("eu-west-1", "is 'eu-west-1'")]
    [InlineData("us-east-1", null)]
    public void Inference_components_are_made_where_everything_else_is(string nativeRegion, string? found)
    {
        var faults = Read(Valid
            .Replace("  aws:region: us-east-1", $"  aws:region: us-east-1\n  aws-native:region: {nativeRegion}", StringComparison.Ordinal)
            .Replace("    search:", "    search:\n      scaleToZero: { memoryMbPerCopy: 512 }", StringComparison.Ordinal)).Faults;

        Assert.Equal(found, faults.SingleOrDefault()?.Found);
    }

    [Fact]
    public void All_faults_are_reported_at_once_with_the_file_to_edit()
    {
        var file = Read(Valid
            .Replace("team: ml", "team: $", StringComparison.Ordinal)
            .Replace("maxRuntimeMinutes: 60", "maxRuntimeMinutes: 0", StringComparison.Ordinal)
            .Replace("monthlyUsd", "monthlyUSD", StringComparison.Ordinal));

        var report = SettingFault.Report("Pulumi.test.yaml", file.Faults);

        Assert.Null(file.Settings);
        Assert.StartsWith(
            "4 settings in Pulumi.test.yaml cannot be used, so nothing was deployed. Edit Pulumi.test.yaml:\n  - ", report,
            StringComparison.Ordinal);
        Assert.Equal(5, report.Split('\n').Length);
    }

    [Fact]
    public void A_misspelt_key_is_recognised_also_where_the_project_file_has_a_default_for_the_right_one()
    {
        var config = StackYaml.OfStack("dev").ToDictionary();
        config["sagemaker-infra:traningFamilies"] = "";

        var fault = Assert.Single(StackFile.Read(StackYaml.Project, config).Faults);

        Assert.Equal("is not a setting; did you mean trainingFamilies?", fault.Found);
    }

    [Fact]
    public void Pulumi_yaml_declares_every_setting_and_nothing_else() => Assert.Equal(
        SettingsShape.PropertiesOf(typeof(StackSettings)).Select(SettingsShape.NameOf).Order(),
        StackYaml.Declarations().Keys.Order());

    [Fact]
    public void Only_what_has_no_default_in_Pulumi_yaml_is_required() => Assert.Equal(
        SettingsShape.PropertiesOf(typeof(StackSettings)).Where(SettingsShape.IsRequired).Select(SettingsShape.NameOf).Order(),
        StackYaml.Declarations().Keys.Where(key => !StackYaml.ProjectDefaults().ContainsKey($"{StackYaml.Project}:{key}")).Order());

    [Fact]
    public void The_defaults_of_Pulumi_yaml_are_those_of_the_code()
    {
        var required = new Dictionary<string, string>
        {
            ["sagemaker-infra:team"] = "ml",
            ["sagemaker-infra:environment"] = "test",
        };

        var fromCode = StackFile.Read(StackYaml.Project, required).Settings!;
        var fromProject = StackFile.Read(
            StackYaml.Project, StackYaml.ProjectDefaults().Concat(required).ToDictionary()).Settings!;

        Assert.Equal(fromCode.LogRetentionDays, fromProject.LogRetentionDays);
        Assert.Equal(fromCode.Storage, fromProject.Storage);
        Assert.Empty(fromProject.TrainingFamilies);
        Assert.Empty(fromProject.MultiModelEndpoints);
        Assert.Empty(fromProject.RealtimeEndpoints);
        Assert.Empty(fromProject.AsyncEndpoints);
        Assert.Empty(fromProject.ServerlessEndpoints);
        Assert.Empty(fromProject.Budgets);
    }

    private static StackFile Read(string yaml) => StackFile.Read(StackYaml.Project, StackYaml.Parse(yaml));
}
