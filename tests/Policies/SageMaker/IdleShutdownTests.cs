using System.Collections.Immutable;
using Policies.SageMaker.Development;
using ResourceViews.Aws.Sagemaker;
using ResourceViews.Aws.Scheduler;
using Native = ResourceViews.AwsNative.SageMaker;

namespace Policies.Tests.SageMaker;

public class IdleShutdownTests
{
    private const string StopsNotebooks = "arn:aws:scheduler:::aws-sdk:sagemaker:stopNotebookInstance";

    private static readonly PolicyResource Notebook = Resource("notebook", new NotebookInstanceProps { InstanceType = "ml.t3.medium" });

    [Fact]
    public void A_notebook_that_nothing_stops_is_a_violation() => Assert.Equal(
        "notebook: lifecycleConfigName is not set and no schedule of this stack stops it: it is billed until somebody remembers. "
            + "Give it a lifecycle configuration that stops it when idle, or a schedule.",
        Violation(Notebook));

    [Fact]
    public void So_is_one_of_aws_native() => Assert.StartsWith(
        "notebook:", Violation(Resource("notebook", new Native.NotebookInstanceProps { InstanceType = "ml.t3.medium" })));

    [Theory]
    [InlineData("stops-when-idle")]
    [InlineData(null)]
    public void One_with_a_lifecycle_configuration_stops_though_its_name_may_be_unknown(string? name) => Assert.Empty(Check(Resource(
        "notebook", new NotebookInstanceProps { LifecycleConfigName = name ?? Known<string>.Unknown })));

    [Fact]
    public void A_lifecycle_configuration_without_a_name_is_none() =>
        Assert.NotEmpty(Check(Resource("notebook", new NotebookInstanceProps { InstanceType = "ml.t3.medium", LifecycleConfigName = "" })));

    [Fact]
    public void One_that_a_schedule_stops_is_compliant() =>
        Assert.Empty(Check(Notebook, Schedule(StopsNotebooks, Notebook)));

    [Fact]
    public void Until_it_is_known_what_a_schedule_calls_it_may_stop_it()
    {
        var schedule = Schedule(Known<string>.Unknown, Notebook);

        Assert.Equal(new(schedule, Verdict.Unknown("target.arn")), Assert.Single(Check(Notebook, schedule)));
    }

    [Fact]
    public void A_schedule_that_starts_it_or_stops_another_does_not_count()
    {
        Assert.NotEmpty(Check(Notebook, Schedule("arn:aws:scheduler:::aws-sdk:sagemaker:startNotebookInstance", Notebook)));
        Assert.NotEmpty(Check(Notebook, Schedule(
            StopsNotebooks,
            Resource("other", new NotebookInstanceProps { LifecycleConfigName = "stops-when-idle" }))));
    }

    [Fact]
    public void A_schedule_may_name_it_in_plain_JSON()
    {
        var notebook = Resource("notebook", new NotebookInstanceProps { Name = "dev", InstanceType = "ml.t3.medium" });
        var native = Resource("notebook", new Native.NotebookInstanceProps { NotebookInstanceName = "dev", InstanceType = "ml.t3.medium" });

        Assert.Empty(Check(notebook, Naming("dev")));
        Assert.Empty(Check(native, Naming("dev")));
        Assert.NotEmpty(Check(notebook, Naming("prod")));
    }

    [Fact]
    public void A_name_decides_whatever_else_the_schedule_waits_for()
    {
        var first = Resource("first", new NotebookInstanceProps { Name = "first", InstanceType = "ml.t3.medium" });
        var second = Resource("second", new NotebookInstanceProps { Name = "second", InstanceType = "ml.t3.medium" });
        var schedule = Naming("second") with { Dependencies = [first.Urn, second.Urn] };

        Assert.Equal(first, Assert.Single(Check(first, second, schedule)).Resource);
    }

    [Fact]
    public void A_schedule_that_does_not_say_what_to_stop_does_not_count()
    {
        var schedule = Schedule(StopsNotebooks, Notebook) with { Inputs = new ScheduleProps { Target = new() { Arn = StopsNotebooks } }.ToProperty().Members };

        Assert.True(Assert.Single(Check(Notebook, schedule)).Verdict.IsViolation);
    }

    [Fact]
    public void A_dependency_alone_does_not_tell_what_a_schedule_stops()
    {
        var schedule = Schedule(StopsNotebooks) with { Dependencies = [Notebook.Urn] };

        Assert.Equal(new(schedule, Verdict.Unknown("target.input")), Assert.Single(Check(Notebook, schedule)));
    }

    [Theory]
    [InlineData("ENABLED", "cron(0 20 * * ? *)", true)]
    [InlineData("ENABLED", "rate(1 day)", true)]
    [InlineData("DISABLED", "cron(0 20 * * ? *)", false)]
    [InlineData("ENABLED", "at(2027-01-01T20:00:00)", false)]
    public void A_schedule_that_is_off_or_runs_once_does_not_count(string state, string expression, bool isCompliant)
    {
        var target = new ScheduleTargetProps { Arn = StopsNotebooks, Input = """{"NotebookInstanceName":"dev"}""" };
        var notebook = Resource("notebook", new NotebookInstanceProps { Name = "dev", InstanceType = "ml.t3.medium" });
        var schedule = Resource("schedule", new ScheduleProps { State = state, ScheduleExpression = expression, Target = target });
        var native = Resource("schedule", new ResourceViews.AwsNative.Scheduler.ScheduleProps
        {
            State = state,
            ScheduleExpression = expression,
            Target = new() { Arn = target.Arn, Input = target.Input },
        });

        Assert.Equal(isCompliant, Check(notebook, schedule).Count == 0);
        Assert.Equal(isCompliant, Check(notebook, native).Count == 0);
    }

    [Fact]
    public void Until_it_is_known_whether_a_schedule_runs_it_may_stop_it()
    {
        var notebook = Resource("notebook", new NotebookInstanceProps { Name = "dev", InstanceType = "ml.t3.medium" });
        var target = new ScheduleTargetProps { Arn = StopsNotebooks, Input = """{"NotebookInstanceName":"dev"}""" };
        var stateless = Resource("schedule", new ScheduleProps { State = Known<string>.Unknown, Target = target });
        var timeless = Resource("schedule", new ScheduleProps { ScheduleExpression = Known<string>.Unknown, Target = target });

        Assert.Equal(new(stateless, Verdict.Unknown("state")), Assert.Single(Check(notebook, stateless)));
        Assert.Equal(new(timeless, Verdict.Unknown("scheduleExpression")), Assert.Single(Check(notebook, timeless)));
    }

    [Fact]
    public void Until_it_is_known_what_a_schedule_stops_it_may_be_this_one()
    {
        var schedule = Schedule(StopsNotebooks);

        Assert.Equal(new(schedule, Verdict.Unknown("target.input")), Assert.Single(Check(Notebook, schedule)));
    }

    [Fact]
    public void A_domain_keeps_shared_spaces_to_it_too()
    {
        var verdict = Assert.Single(Check(Resource("studio", new DomainProps
        {
            DefaultUserSettings = new()
            {
                JupyterLabAppSettings = new() { AppLifecycleManagement = new() { IdleSettings = new() { LifecycleManagement = "ENABLED" } } },
                CodeEditorAppSettings = new() { AppLifecycleManagement = new() { IdleSettings = new() { LifecycleManagement = "ENABLED" } } },
            },
            DefaultSpaceSettings = new()
            {
                JupyterLabAppSettings = new() { AppLifecycleManagement = new() { IdleSettings = new() { LifecycleManagement = "DISABLED" } } },
            },
        }))).Verdict;

        Assert.Contains("defaultSpaceSettings.jupyterLabAppSettings.appLifecycleManagement.idleSettings.lifecycleManagement is DISABLED", verdict.Violation());
    }

    [Fact]
    public void What_people_may_raise_their_own_minutes_to_is_within_the_limit() => Assert.Contains(
        "maxIdleTimeoutInMinutes is 600, expected 60 to 120",
        Violation(Resource("profile", new Native.UserProfileProps
        {
            UserSettings = new()
            {
                JupyterLabAppSettings = new()
                {
                    AppLifecycleManagement = new() { IdleSettings = new() { IdleTimeoutInMinutes = 60, MaxIdleTimeoutInMinutes = 600 } },
                },
            },
        })));

    [Fact]
    public void A_domain_without_idle_settings_is_a_violation_for_each_app()
    {
        var verdict = Assert.Single(Check(Resource("studio", new DomainProps()))).Verdict;

        Assert.Collection(
            verdict.Violations,
            first => Assert.Contains("jupyterLabAppSettings.appLifecycleManagement.idleSettings.lifecycleManagement is not set", first),
            second => Assert.Contains("codeEditorAppSettings", second));
    }

    [Theory]
    [InlineData("ENABLED", 120, null)]
    [InlineData("ENABLED", 121, "idleTimeoutInMinutes is 121, expected 60 to 120")]
    [InlineData("ENABLED", 30, "idleTimeoutInMinutes is 30, expected 60 to 120")]
    [InlineData("DISABLED", 60, "lifecycleManagement is DISABLED, expected ENABLED")]
    public void A_profile_keeps_to_the_limit(string management, int minutes, string? found)
    {
        var verdicts = Check(Resource("profile", new UserProfileProps
        {
            UserSettings = new()
            {
                JupyterLabAppSettings = new()
                {
                    AppLifecycleManagement = new() { IdleSettings = new() { LifecycleManagement = management, IdleTimeoutInMinutes = minutes } },
                },
            },
        }));

        if (found is null)
            Assert.Empty(verdicts);
        else
            Assert.Contains(found, Assert.Single(verdicts).Verdict.Violation());
    }

    [Fact]
    public void A_profile_and_a_space_without_settings_inherit_those_of_their_domain() =>
        Assert.Empty(Check(Resource("profile", new UserProfileProps()), Resource("space", new Native.SpaceProps())));

    [Fact]
    public void A_space_keeps_to_the_limit_of_the_setting()
    {
        var space = Resource("space", new Native.SpaceProps
        {
            SpaceSettings = new()
            {
                CodeEditorAppSettings = new() { AppLifecycleManagement = new() { IdleSettings = new() { IdleTimeoutInMinutes = 240 } } },
            },
        });

        Assert.NotEmpty(Check(space));
        Assert.Empty(PolicyTest.Check(new IdleShutdown(), [space], PropertyMap.Of(("maxIdleMinutes", 240))));
    }

    [Fact]
    public void Settings_that_are_not_known_yet_are_unknown() => Assert.True(Assert.Single(Check(Resource("studio", new DomainProps
    {
        DefaultUserSettings = DomainDefaultUserSettingsProps.From(PropertyValue.Unknown),
    }))).Verdict.IsUnknown);

    private static string Violation(params PolicyResource[] resources) => Assert.Single(Check(resources)).Verdict.Violation();

    private static IReadOnlyList<ResourceVerdict> Check(params PolicyResource[] resources) => PolicyTest.Check(new IdleShutdown(), resources);

    private static PolicyResource Naming(string notebook) => Resource("schedule", new ScheduleProps
    {
        Target = new()
        {
            Arn = StopsNotebooks,
            Input = $$"""{"NotebookInstanceName":"{{notebook}}"}""",
        },
    });

    private static PolicyResource Schedule(Known<string> target, params PolicyResource[] notebooks) =>
        Resource("schedule", new ScheduleProps { Target = new() { Arn = target, Input = Known<string>.Unknown } }) with
        {
            PropertyDependencies = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add(
                "target", [.. notebooks.Select(notebook => notebook.Urn)]),
        };

    private static PolicyResource Resource<TView>(string name, TView view)
        where TView : struct, IResourceView<TView> => PolicyTest.Resource(TView.ResourceType, view.ToProperty().Members, name);
}
