using System.Text.Json.Nodes;

namespace Interop;

/// <summary>A resource as a program may declare it.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Name">Its name.</param>
/// <param name="Inputs">Its inputs as they travel: unknowns and secrets are the objects and texts that stand for them on the wire.</param>
internal sealed record GeneratedResource(string Type, string Name, JsonObject Inputs)
{
    public bool Protect { get; init; }

    /// <summary>The resources whose id an input is, by input.</summary>
    public IReadOnlyDictionary<string, GeneratedResource> References { get; init; } = new Dictionary<string, GeneratedResource>();

    public string Urn => $"urn:pulumi:dev::interop::{Type}::{Name}";
}

/// <summary>
/// Resources in all the states that the example policies tell apart: right, wrong, not set, secret, and not known before deployment.
/// A seed always makes the same ones.
/// </summary>
internal sealed class GeneratedResources
{
    public const string SignatureKey = "4dabf18193072939515e22adb298388d";
    public const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    public const string UnknownFlag = "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7";
    public const string UnknownNumber = "3eeb2bf0-c639-47a8-9e75-3b44932eb421";
    public const string UnknownList = "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2";
    public const string UnknownObject = "dd056dcd-154b-4c76-9bd3-c8f88648b5ff";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    private readonly Random random;
    private readonly List<GeneratedResource> made = [];

    private GeneratedResources(int seed) => random = new(seed);

    public static IReadOnlyList<GeneratedResource> Make(int count, int seed)
    {
        var generator = new GeneratedResources(seed);
        while (generator.made.Count < count)
        {
            generator.made.Add(generator.Next());
        }

        return generator.made;
    }

    /// <summary>What a secret holds; false for anything else.</summary>
    public static bool IsSecret(JsonNode? node, out JsonNode? content)
    {
        var secret = node is JsonObject members && members.ContainsKey(SignatureKey) ? members : null;
        content = secret?["value"];
        return secret is not null;
    }

    private static JsonObject Secret(JsonNode? content) => new() { [SignatureKey] = SecretSignature, ["value"] = content };

    private GeneratedResource Next() => random.Next(9) switch
    {
        0 => Named("aws:s3/bucket:Bucket", Bucket()),
        1 when made.Any(resource => resource.Type == "aws:s3/bucket:Bucket") => AccessBlock(),
        2 => Named("aws:cloudwatch/logGroup:LogGroup", LogGroup()),
        3 => Named("aws:sagemaker/notebookInstance:NotebookInstance", Notebook()),
        4 => Named("aws:sagemaker/endpointConfiguration:EndpointConfiguration", EndpointConfiguration()),
        5 => Named("aws:ec2/securityGroup:SecurityGroup", SecurityGroup()),
        6 => Named("aws:ssm/parameter:Parameter", Parameter()) with { Protect = random.Next(2) == 0 },
        7 => Named("aws:kms/key:Key", new() { ["description"] = "A key", ["enableKeyRotation"] = Pick(true, false, UnknownFlag), ["tags"] = Tags() }),
        _ => Named("aws:sns/topic:Topic", new() { ["displayName"] = Pick("A topic", UnknownText), ["tags"] = Tags() }),
    };

    /// <summary>An input that is null is left out, as a program leaves it out.</summary>
    private GeneratedResource Named(string type, JsonObject inputs)
    {
        foreach (var (name, _) in inputs.Where(input => input.Value is null).ToArray())
        {
            inputs.Remove(name);
        }

        return new(type, $"{type.Split(':')[^1].ToLowerInvariant()}-{made.Count}", inputs);
    }

    private JsonObject Bucket() => new()
    {
        ["bucket"] = Pick(null, "data", "models", "archive-1"),
        ["acl"] = Pick(null, "private", "public-read", "public-read-write", UnknownText),
        ["forceDestroy"] = Pick(null, true, false, UnknownFlag),
        ["tags"] = Tags(),
    };

    private GeneratedResource AccessBlock()
    {
        var buckets = made.Where(resource => resource.Type == "aws:s3/bucket:Bucket").ToArray();
        return Named("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", new()
        {
            ["bucket"] = UnknownText,
            ["blockPublicAcls"] = Pick(true, false, UnknownFlag),
        }) with
        {
            References = new Dictionary<string, GeneratedResource> { ["bucket"] = buckets[random.Next(buckets.Length)] },
        };
    }

    private JsonObject LogGroup() => new()
    {
        ["retentionInDays"] = Pick(null, null, 0, 7, 30, UnknownNumber),
        ["kmsKeyId"] = Pick(null, UnknownText),
        ["tags"] = Tags(),
    };

    private JsonObject Notebook() => new()
    {
        ["roleArn"] = Pick("arn:aws:iam::123456789012:role/notebook", UnknownText),
        ["instanceType"] = Pick("ml.t3.medium", "ml.t3.large", "ml.p3.2xlarge", "ml.g5.12xlarge", UnknownText),
        ["volumeSize"] = Pick(null, 5, 50, 51, 200, UnknownNumber),
        ["tags"] = Tags(),
    };

    private JsonObject EndpointConfiguration() => new()
    {
        ["productionVariants"] = random.Next(10) == 0 ? UnknownList : List(1, 3, () => Some(new()
        {
            ["variantName"] = Pick("blue", "green"),
            ["modelName"] = Pick("classifier", UnknownText),
            ["instanceType"] = Pick("ml.m5.large", "ml.g5.xlarge"),
            ["initialInstanceCount"] = Pick(null, 1, 4, 5, 10, UnknownNumber),
        })),
    };

    private JsonObject SecurityGroup() => new()
    {
        ["description"] = "A group",
        ["ingress"] = random.Next(8) switch
        {
            0 => null,
            1 => UnknownList,
            _ => List(0, 3, () => Some(new()
            {
                ["protocol"] = "tcp",
                ["fromPort"] = Pick(0, 22, 443, UnknownNumber),
                ["toPort"] = Pick(22, 443, 65535, UnknownNumber),
                ["cidrBlocks"] = random.Next(6) switch
                {
                    0 => null,
                    1 => UnknownList,
                    _ => List(0, 3, () => Pick("10.0.0.0/8", "0.0.0.0/0", UnknownText)),
                },
            })),
        },
        ["tags"] = Tags(),
    };

    private JsonObject Parameter() => new()
    {
        ["type"] = Pick("String", "SecureString", "SecureString", UnknownText),
        ["value"] = random.Next(5) switch
        {
            0 => UnknownText,
            1 => Secret(UnknownText),
            2 => "short",
            3 => Secret("brief"),
            _ => Secret("long enough a text"),
        },
        ["tags"] = Tags(),
    };

    private JsonNode? Tags() => random.Next(12) switch
    {
        0 or 1 => null,
        2 => new JsonObject(),
        3 => new JsonObject { ["owner"] = "" },
        4 => new JsonObject { ["owner"] = UnknownText, ["team"] = "ml" },
        5 => new JsonObject { ["team"] = UnknownText },
        6 => new JsonObject { ["owner"] = Secret("data") },
        7 => new JsonObject { ["team"] = Secret(UnknownText) },
        8 => Secret(new JsonObject { ["team"] = "hidden" }),
        9 => UnknownObject,
        10 => new JsonObject { ["owner"] = "data", ["team"] = "ml" },
        _ => new JsonObject { ["team"] = "ml" },
    };

    private JsonNode? Pick(params JsonNode?[] choices) => choices[random.Next(choices.Length)];

    private JsonArray List(int least, int most, Func<JsonNode?> item) =>
        new([.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => item())]);

    private static JsonObject Some(JsonObject members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
