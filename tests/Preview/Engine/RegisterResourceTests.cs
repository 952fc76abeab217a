using Preview.Engine;
using Pulumirpc;
using static Preview.Tests.Builders.EngineUnderTest;

namespace Preview.Tests.Engine;

public class RegisterResourceTests
{
    [Fact]
    public async Task The_stack_has_no_parent_and_no_type_of_its_own_in_its_childrens_urns()
    {
        var engine = await StartAsync();

        var response = await engine.RegisterAsync(Custom(BucketType, "data"));

        Assert.Equal("urn:pulumi:dev::shop::aws:s3/bucket:Bucket::data", response.Urn);
        Assert.NotNull(engine.State.Find(StackUrn));
    }

    [Fact]
    public async Task A_child_of_a_component_carries_the_types_of_its_ancestors()
    {
        var engine = await StartAsync();
        var outer = (await engine.RegisterAsync(Component("acme:ml:Outer", "data"))).Urn;
        var innerRequest = Component("acme:ml:Inner", "data");
        innerRequest.Parent = outer;
        var bucket = Custom(BucketType, "data");
        bucket.Parent = (await engine.RegisterAsync(innerRequest)).Urn;

        var response = await engine.RegisterAsync(bucket);

        Assert.Equal("urn:pulumi:dev::shop::acme:ml:Outer$acme:ml:Inner$aws:s3/bucket:Bucket::data", response.Urn);
    }

    [Fact]
    public async Task What_the_program_gave_is_known_and_what_only_AWS_decides_is_unknown()
    {
        var engine = await StartAsync();

        var outputs = await engine.OutputsOfAsync(Custom(BucketType, "data", ("forceDestroy", true)));

        Assert.Equal(PropertyValue.Of(true), outputs["forceDestroy"]);
        Assert.True(outputs["arn"].IsUnknown);
        Assert.True(outputs["hostedZoneId"].IsUnknown);
    }

    [Fact]
    public async Task An_optional_input_that_was_left_out_stays_out()
    {
        var engine = await StartAsync();

        var outputs = await engine.OutputsOfAsync(Custom(TopicType, "news"));

        Assert.True(outputs["displayName"].IsMissing);
    }

    [Fact]
    public async Task The_tags_are_all_the_tags_there_are()
    {
        var engine = await StartAsync();

        var outputs = await engine.OutputsOfAsync(Custom(BucketType, "data", ("tags", PropertyMap.Of(("team", "ml")))));

        Assert.Equal(PropertyValue.Of(PropertyMap.Of(("team", "ml"))), outputs["tagsAll"]);
    }

    [Fact]
    public async Task A_preview_knows_no_id_yet()
    {
        var engine = await StartAsync();

        var response = await engine.RegisterAsync(Custom(BucketType, "data"));

        Assert.Equal("", response.Id);
        Assert.Equal(Result.Success, response.Result);
    }

    [Fact]
    public async Task A_program_that_cannot_take_partial_values_gets_no_property_with_an_unknown_in_it()
    {
        var engine = await StartAsync();
        var request = Custom(BucketType, "data", ("tags", PropertyMap.Of(("key", PropertyValue.Unknown), ("team", "ml"))));
        request.SupportsPartialValues = false;

        var outputs = await engine.OutputsOfAsync(request);

        Assert.True(outputs["tags"].IsMissing);
        Assert.True(outputs["arn"].IsMissing);
        Assert.False(outputs["bucket"].IsMissing);
    }

    [Fact]
    public async Task A_component_has_no_outputs_before_it_registers_them()
    {
        var engine = await StartAsync();

        var response = await engine.RegisterAsync(Component("acme:ml:Studio", "main", ("size", 3)));

        Assert.True(response.HasObject);
        Assert.True(response.Object.IsEmpty);
        Assert.Equal(PropertyMap.Of(("size", 3)), engine.InputsOf(response.Urn));
    }

    [Fact]
    public async Task A_second_resource_of_the_same_urn_is_refused()
    {
        var engine = await StartAsync();
        await engine.RegisterAsync(Custom(BucketType, "data"));

        var response = await engine.RegisterAsync(Custom(BucketType, "data"));

        Assert.Equal(Result.Fail, response.Result);
        Assert.Equal(
            ["Duplicate resource URN 'urn:pulumi:dev::shop::aws:s3/bucket:Bucket::data'; try giving it a unique name"], engine.Errors);
        Assert.True(engine.State.HasFailed);
    }

    [Fact]
    public async Task A_parent_that_is_not_registered_is_refused()
    {
        var engine = await StartAsync();
        var request = Custom(BucketType, "data");
        request.Parent = "urn:pulumi:dev::shop::acme:ml:Studio::nobody";

        var response = await engine.RegisterAsync(request);

        Assert.Equal(Result.Fail, response.Result);
        Assert.Equal(["could not find parent resource urn:pulumi:dev::shop::acme:ml:Studio::nobody"], engine.Errors);
    }

    [Fact]
    public async Task A_program_that_does_not_read_results_gets_the_fault_from_the_call()
    {
        var engine = await StartAsync();
        var request = Custom(BucketType, "data", ("nope", 1));
        request.SupportsResultReporting = false;

        var refusal = await Assert.ThrowsAsync<RefusedException>(() => engine.RegisterAsync(request));

        Assert.Equal(Refusal.Invalid, refusal.Refusal);
    }

    [Fact]
    public async Task Faulty_inputs_are_named_one_by_one_and_the_resource_is_not_registered()
    {
        var engine = await StartAsync();

        var response = await engine.RegisterAsync(Custom(BucketType, "data", ("nope", 1), ("forceDestroy", "yes")));

        Assert.Equal(Result.Fail, response.Result);
        Assert.Equal(
            [
                "aws:s3/bucket:Bucket resource 'data': property forceDestroy has a problem: expected boolean, got string",
                "aws:s3/bucket:Bucket resource 'data': property nope has a problem: unexpected property: the schema has no such name",
            ],
            engine.Errors);
        Assert.Null(engine.State.Find(response.Urn));
    }

    [Fact]
    public async Task A_type_without_a_schema_is_previewed_unchecked_with_its_inputs_as_outputs()
    {
        var engine = await StartAsync();

        var outputs = await engine.OutputsOfAsync(Custom("random:index/randomId:RandomId", "id", ("byteLength", 4)));

        Assert.Equal(PropertyMap.Of(("byteLength", 4)), outputs);
        Assert.True(engine.State.Find("urn:pulumi:dev::shop::random:index/randomId:RandomId::id")!.IsUnchecked);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, false, false)]
    [InlineData(false, null, false)]
    public async Task Protection_is_handed_down_unless_the_child_says_otherwise(bool parent, bool? child, bool expected)
    {
        var engine = await StartAsync();
        var component = Component("acme:ml:Studio", "main");
        component.Protect = parent;
        var bucket = Custom(BucketType, "data");
        bucket.Parent = (await engine.RegisterAsync(component)).Urn;
        if (child is { } own)
        {
            bucket.Protect = own;
        }

        var response = await engine.RegisterAsync(bucket);

        Assert.Equal(expected, engine.State.Find(response.Urn)!.Options.Protect);
    }

    [Fact]
    public async Task Dependencies_are_kept_as_the_program_gave_them()
    {
        var engine = await StartAsync();
        var key = (await engine.RegisterAsync(Custom("aws:kms/key:Key", "key"))).Urn;
        var request = Custom(BucketType, "data", ("acl", "private"), ("tags", PropertyMap.Of(("key", PropertyValue.Unknown))));
        request.Dependencies.Add(key);
        request.PropertyDependencies["tags"] = new() { Urns = { key } };
        request.PropertyDependencies["acl"] = new();

        var resource = engine.State.Find((await engine.RegisterAsync(request)).Urn)!;

        Assert.Equal([key], resource.Dependencies.ToArray());
        Assert.Empty(resource.PropertyDependencies["acl"]);
        Assert.Equal([key], resource.PropertyDependencies["tags"].ToArray());
    }

    [Fact]
    public async Task An_output_value_is_reduced_to_what_it_holds_and_its_dependencies_are_kept()
    {
        var engine = await StartAsync();
        var outputValue = PropertyMap.Of(
            (Sentinels.SignatureKey, Sentinels.OutputValue), ("value", "hush"), ("secret", true), ("dependencies", new[] { StackUrn }));

        var response = await engine.RegisterAsync(Custom(TopicType, "news", ("displayName", outputValue)));

        var resource = engine.State.Find(response.Urn)!;
        Assert.Equal(PropertyValue.SecretOf("hush"), resource.Inputs["displayName"]);
        Assert.DoesNotContain(Sentinels.OutputValue, System.Text.Encoding.UTF8.GetString(resource.Inputs.Encoded.Span), StringComparison.Ordinal);
        Assert.Equal([StackUrn], resource.PropertyDependencies["displayName"].ToArray());
    }

    [Fact]
    public async Task Timeouts_are_read_as_Go_writes_them()
    {
        var engine = await StartAsync();
        var request = Custom(BucketType, "data");
        request.CustomTimeouts = new() { Create = "300000000000ns", Update = "1h30m", Delete = "90s" };

        var timeouts = engine.State.Find((await engine.RegisterAsync(request)).Urn)!.Options.Timeouts;

        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(90), TimeSpan.FromSeconds(90)), (timeouts.Create, timeouts.Update, timeouts.Delete));
    }

    [Theory]
    [MemberData(nameof(NotOffered))]
    public async Task What_is_not_offered_is_refused_with_a_reason(Action<RegisterResourceRequest> ask, string reason)
    {
        var engine = await StartAsync();
        var request = Custom(BucketType, "data");
        ask(request);

        var response = await engine.RegisterAsync(request);

        Assert.Equal(Result.Fail, response.Result);
        Assert.Contains(reason, Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    public static TheoryData<Action<RegisterResourceRequest>, string> NotOffered => new()
    {
        { request => request.Transforms.Add(new Callback { Target = "127.0.0.1:1", Token = "t" }), "transforms" },
        { request => request.Hooks = new() { BeforeCreate = { "hook" } }, "hooks" },
        { request => (request.Remote, request.Custom) = (true, false), "component that its provider makes" },
        { request => request.Type = "bucket", "package:module:Name" },
        { request => request.Name = "", "no name" },
        { request => request.Dependencies.Add("data"), "is no URN" },
        { request => request.CustomTimeouts = new() { Create = "soon" }, "no duration" },
    };
}
