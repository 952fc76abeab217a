using Preview.Engine;
using Preview.Tests.Builders;
using Pulumirpc;
using static Preview.Tests.Builders.EngineUnderTest;

namespace Preview.Tests.Engine;

public class ProviderTests
{
    private const string DefaultUrn = "urn:pulumi:dev::shop::pulumi:providers:aws::default_7_48_0";

    [Theory]
    [InlineData("", "", "default")]
    [InlineData("7.48.0", "", "default_7_48_0")]
    [InlineData("1.2.3-alpha.1+meta", "", "default_1_2_3_alpha_1_meta")]
    [InlineData("7.48.0", "https://example.com/a-b", "default_7_48_0_https_/example.com/a-b")]
    public async Task A_default_provider_is_named_by_version_and_source(string version, string url, string expected)
    {
        var engine = await StartAsync();
        var request = Custom(BucketType, "data");
        (request.Version, request.PluginDownloadURL) = (version, url);

        await engine.RegisterAsync(request);

        var provider = engine.State.Find($"urn:pulumi:dev::shop::pulumi:providers:aws::{expected}");
        Assert.NotNull(provider);
        Assert.Equal("", provider.Parent);
    }

    [Fact]
    public async Task One_default_provider_serves_all_resources_of_a_package_and_version()
    {
        var engine = await StartAsync();

        await engine.RegisterAsync(Custom(BucketType, "data"));
        await engine.RegisterAsync(Custom(TopicType, "news"));

        Assert.Single(engine.State.Resources, resource => resource.ProviderPackage is not null);
    }

    [Fact]
    public async Task A_provider_answers_with_the_unknown_id()
    {
        var engine = await StartAsync();

        var response = await engine.RegisterAsync(Custom("pulumi:providers:aws", "west", ("region", "us-west-2")));

        Assert.Equal(Sentinels.Unknown, response.Id);
        var outputs = PropertyMap.Decode(response.Object.Memory);
        Assert.Equal(PropertyMap.Of(("region", "us-west-2"), ("version", "7.48.0")), outputs);
        Assert.Equal(["region", "version"], outputs.WithInternal.Names());
    }

    [Fact]
    public async Task The_provider_that_a_resource_names_comes_first()
    {
        var engine = await StartAsync();
        var west = await ReferenceAsync(engine, "west");
        var request = Custom(BucketType, "data");
        request.Provider = west;
        request.Providers["aws"] = await ReferenceAsync(engine, "east");

        Assert.Equal("west", (await ProviderOfAsync(engine, request)).Name);
    }

    [Fact]
    public async Task A_provider_given_by_package_comes_next()
    {
        var engine = await StartAsync();
        var request = Custom(BucketType, "data");
        request.Providers["aws"] = await ReferenceAsync(engine, "east");

        Assert.Equal("east", (await ProviderOfAsync(engine, request)).Name);
    }

    [Fact]
    public async Task Then_the_one_that_an_ancestor_hands_down()
    {
        var engine = await StartAsync();
        var component = Component("acme:ml:Studio", "main");
        component.Providers["aws"] = await ReferenceAsync(engine, "east");
        var inner = Component("acme:ml:Inner", "main");
        inner.Parent = (await engine.RegisterAsync(component)).Urn;
        var request = Custom(BucketType, "data");
        request.Parent = (await engine.RegisterAsync(inner)).Urn;

        Assert.Equal("east", (await ProviderOfAsync(engine, request)).Name);
    }

    [Fact]
    public async Task Then_the_parents_own_provider_where_it_is_of_the_package()
    {
        var engine = await StartAsync();
        var parent = Custom(BucketType, "parent");
        parent.Provider = await ReferenceAsync(engine, "west");
        var child = Custom(TopicType, "child");
        child.Parent = (await engine.RegisterAsync(parent)).Urn;
        var other = Custom("aws-native:sns:Topic", "other");
        (other.Parent, other.Version) = (child.Parent, "1.79.0");

        Assert.Equal("west", (await ProviderOfAsync(engine, child)).Name);
        Assert.Equal("default_1_79_0", (await ProviderOfAsync(engine, other)).Name);
    }

    [Fact]
    public async Task A_provider_that_is_not_registered_is_refused()
    {
        var engine = await StartAsync();
        var request = Custom(BucketType, "data");
        request.Provider = $"{DefaultUrn}::{Sentinels.Unknown}";

        Assert.Equal(Result.Fail, (await engine.RegisterAsync(request)).Result);
        Assert.Contains("is not registered", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_whose_settings_are_unknown_checks_nothing_and_makes_everything_unknown()
    {
        var engine = await StartAsync();
        var provider = await engine.RegisterAsync(Custom("pulumi:providers:aws", "later", ("region", PropertyValue.Unknown)));
        var request = Custom(TopicType, "news", ("nope", 1));
        request.Provider = $"{provider.Urn}::{provider.Id}";

        var response = await engine.RegisterAsync(request);

        Assert.Equal(Result.Success, response.Result);
        Assert.True(response.Object.IsEmpty);
        Assert.Equal(["nope"], engine.InputsOf(response.Urn).WithInternal.Names());
    }

    [Theory]
    [InlineData("[\"aws\"]")]
    [InlineData("[\"*\"]")]
    public async Task Default_providers_can_be_disabled(string disabled)
    {
        var engine = await StartAsync(Config(("pulumi:disable-default-providers", disabled)));

        var response = await engine.RegisterAsync(Custom(BucketType, "data"));

        Assert.Equal(Result.Fail, response.Result);
        Assert.Contains("Default provider for 'aws' disabled", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_reference_gives_package_and_version()
    {
        var engine = await StartAsync();
        var package = new RegisterPackageRequest { Name = "aws", Version = "7.0.0" };
        var reference = engine.Engine.RegisterPackage(package).Ref;
        var request = Custom(BucketType, "data");
        request.PackageRef = reference;

        Assert.Equal(reference, engine.Engine.RegisterPackage(package.Clone()).Ref);
        Assert.Equal("default_7_0_0", (await ProviderOfAsync(engine, request)).Name);
    }

    private static async Task<string> ReferenceAsync(EngineUnderTest engine, string name)
    {
        var response = await engine.RegisterAsync(Custom("pulumi:providers:aws", name, ("region", $"{name}-1")));
        return $"{response.Urn}::{response.Id}";
    }

    private static async Task<RegisteredResource> ProviderOfAsync(EngineUnderTest engine, RegisterResourceRequest request) =>
        engine.State.Find((await engine.RegisterAsync(request)).Urn)!.Provider!;
}
