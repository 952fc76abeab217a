using System.Security.Cryptography;
using Preview.Tests.Builders;
using static Preview.Tests.Builders.EngineUnderTest;

namespace Preview.Tests.Engine;

public class AssetTests
{
    private const string ObjectType = "aws:s3/bucketObjectv2:BucketObjectv2";

    [Fact]
    public async Task A_text_has_the_hash_of_its_content_and_no_marks_of_an_SDK()
    {
        var source = await SourceOfAsync(Asset(("text", "hello"), ("__pulumiAsset", true)));

        Assert.Equal("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", source["hash"].AsString());
        Assert.Equal([Sentinels.SignatureKey, "text", "hash"], source.Members.WithInternal.Names());
    }

    [Fact]
    public async Task A_file_is_found_from_the_folder_of_the_program()
    {
        const string file = "schemas/aws-native.json";

        var source = await SourceOfAsync(Asset(("path", file)));

        var expected = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, file))));
        Assert.Equal(expected, source["hash"].AsString());
    }

    [Fact]
    public async Task A_secret_text_stays_secret() => Assert.True((await SourceOfAsync(PropertyValue.SecretOf(Asset(("text", "hush"))))).IsSecret);

    [Fact]
    public async Task A_file_that_is_missing_is_a_fault()
    {
        var engine = await StartAsync();

        await engine.RegisterAsync(Custom(ObjectType, "o", ("bucket", "b"), ("source", Asset(("path", "nowhere.txt")))));

        Assert.Contains("there is no file", Assert.Single(engine.Errors), StringComparison.Ordinal);
    }

    private static PropertyMap Asset(params (string Name, object? Value)[] members) =>
        PropertyMap.Of([(Sentinels.SignatureKey, Sentinels.Asset), .. members]);

    private static async Task<PropertyValue> SourceOfAsync(object source)
    {
        var engine = await StartAsync();
        var response = await engine.RegisterAsync(Custom(ObjectType, "o", ("bucket", "b"), ("source", source)));
        return engine.InputsOf(response.Urn)["source"];
    }
}
