using Cli.Tests.Changes;

namespace Cli.Tests;

/// <summary>One change of the settings at a time, from one deployed stack with one of everything, under the real engine.</summary>
[Collection(DeployedStackCollection.Name)]
public class ChangeTests(DeployedStack deployed)
{
    public static TheoryData<string> Titles => [.. Change.All.Select(change => change.Title)];

    [Fact]
    public void The_page_lists_every_change() => Assert.Equal(Change.All.Select(change => change.Title), ChangesPage.Titles());

    [SkippableTheory]
    [MemberData(nameof(Titles))]
    public async Task A_change_does_what_the_page_says_and_nothing_that_AWS_refuses(string title)
    {
        StandIns.Require();
        var change = Change.Of(title);

        var changed = await deployed.AfterAsync(change);

        var (written, found) = (ChangesPage.RowOf(change), ChangesPage.RowOf(change, changed.Done));
        Assert.True(written == found, $"docs/changes.md has\n{written}\nwhere the engine did\n{found}");
        Assert.Empty(changed.Done.Refusals);
        Assert.DoesNotContain(changed.State, resource => (bool?)resource["delete"] ?? false);
    }

    /// <summary>With every kind of step: what is new, updated, replaced, deleted and left behind.</summary>
    public static TheoryData<string> Planned => [Change.BiggerToZero.Title, Change.AnotherBucket.Title, Change.NoEndpoint.Title];

    [SkippableTheory]
    [MemberData(nameof(Planned))]
    public async Task A_preview_plans_what_is_then_done(string title)
    {
        StandIns.Require();
        using var stack = await deployed.CopyAsync();
        Change.Of(title).Edit(stack.Settings);

        var plan = await stack.PreviewAsync();

        Assert.Equal(Sorted(plan), Sorted((await deployed.AfterAsync(Change.Of(title))).Done.Steps));
    }

    [SkippableTheory]
    [InlineData("another `instanceType` of a multi-model endpoint", "forecasts", "forecasts-m5-large", "forecasts-m5-xlarge")]
    [InlineData("another `instanceType` of a real-time endpoint", "search", "search-m5-large", "search-m5-xlarge")]
    [InlineData("another `instanceType` of an asynchronous endpoint", "reports", "reports-m5-large", "reports-m5-xlarge")]
    [InlineData("`scaleToZero` added to a real-time endpoint", "search", "search-m5-large", "search-m5-large-zero")]
    public async Task What_cannot_change_under_scaling_is_another_endpoint_that_serves_before_the_old_one_goes(
        string title, string name, string old, string next)
    {
        StandIns.Require();

        var changed = await deployed.AfterAsync(Change.Of(title));

        changed.Done.AssertOrder(
            $"create EndpointConfiguration {name}",
            $"create Endpoint {next}",
            $"create Target {next}",
            $"create Policy {next}",
            $"delete Policy {old}",
            $"delete Target {old}",
            $"delete Endpoint {old}",
            $"delete EndpointConfiguration {name}");
    }

    [SkippableFact]
    public async Task An_inference_component_moves_with_its_endpoint()
    {
        StandIns.Require();

        var changed = await deployed.AfterAsync(Change.BiggerToZero);

        changed.Done.AssertOrder(
            "create EndpointConfiguration chat",
            "create Endpoint chat-m5-xlarge-zero",
            "create InferenceComponent chat-m5-xlarge-zero",
            "create Target chat-m5-xlarge-zero",
            "delete Target chat-m5-large-zero",
            "delete InferenceComponent chat-m5-large-zero",
            "delete Endpoint chat-m5-large-zero",
            "delete EndpointConfiguration chat");
    }

    [SkippableFact]
    public async Task Another_model_is_configured_first_then_the_endpoint_moves_in_place_and_the_old_ones_go_last()
    {
        StandIns.Require();

        var changed = await deployed.AfterAsync(Change.AnotherModel);

        changed.Done.AssertOrder(
            "create RolePolicy search-hosting",
            "create Model search",
            "create EndpointConfiguration search",
            "update Endpoint search-m5-large",
            "delete EndpointConfiguration search",
            "delete Model search",
            "delete RolePolicy search-hosting");
        Assert.DoesNotContain(changed.Done.Calls, call => call.Kind is "Endpoint" && call.Method is not "update");
    }

    [SkippableFact]
    public async Task The_copies_of_another_model_are_updated_in_place()
    {
        StandIns.Require();

        var changed = await deployed.AfterAsync(Change.AnotherModelToZero);

        changed.Done.AssertOrder("create Model chat", "update InferenceComponent chat-m5-large-zero", "delete Model chat");
    }

    [SkippableFact]
    public async Task An_endpoint_that_is_taken_out_goes_from_its_scaling_down_to_its_role()
    {
        StandIns.Require();

        var changed = await deployed.AfterAsync(Change.NoEndpoint);

        changed.Done.AssertOrder(
            "delete Target search-m5-large",
            "delete Endpoint search-m5-large",
            "delete EndpointConfiguration search",
            "delete Model search",
            "delete RolePolicy search-hosting",
            "delete Role search-hosting");
    }

    /// <summary>One step for each resource: a plan has a replacement as one, where an update has three.</summary>
    private static IEnumerable<string> Sorted(IEnumerable<Step> steps) => steps
        .Where(step => step.Operation is not ("create-replacement" or "delete-replaced"))
        .Select(step => $"{step.Operation} {step.Urn}")
        .Order(StringComparer.Ordinal);
}
