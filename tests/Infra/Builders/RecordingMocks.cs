using System.Collections.Concurrent;
using System.Collections.Immutable;
using Moq;
using Pulumi.Testing;

namespace Infra.Tests.Builders;

/// <summary>A resource as the engine was told of it.</summary>
internal sealed record Registered(string Type, string Name, ImmutableDictionary<string, object> Inputs)
{
    /// <summary>An input by path: names, and positions in lists, separated by dots. Null where nothing was given; numbers,
    /// which the wire knows as doubles only, as whole ones where they are whole.</summary>
    public object? this[string path]
    {
        get
        {
            var found = path.Split('.').Aggregate((object?)Inputs, (value, step) => value switch
            {
                ImmutableDictionary<string, object> map => map.GetValueOrDefault(step),
                ImmutableArray<object> list when int.TryParse(step, out var index) && index < list.Length => list[index],
                _ => null,
            });
            return found is double number && double.IsInteger(number) ? (int)number : found;
        }
    }

    /// <summary>How many entries a list input has; none where nothing was given.</summary>
    public int Count(string path) => this[path] is ImmutableArray<object> list ? list.Length : 0;

    /// <summary>A list of texts.</summary>
    public IEnumerable<string> Texts(string path) => Enumerable.Range(0, Count(path)).Select(i => (string)this[$"{path}.{i}"]!);

    public IReadOnlyDictionary<string, string> Tags =>
        (this["tags"] as ImmutableDictionary<string, object> ?? ImmutableDictionary<string, object>.Empty)
        .ToDictionary(tag => tag.Key, tag => (string)tag.Value);
}

/// <summary>Plays the AWS provider: names what has no name, makes ARNs up, and remembers every resource.</summary>
internal sealed class RecordingMocks
{
    private readonly ConcurrentQueue<Registered> registered = new();

    public IReadOnlyList<Registered> Registered => [.. registered];

    public IMocks Object
    {
        get
        {
            var mocks = new Mock<IMocks>();
            mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).Returns<MockResourceArgs>(Make);
            mocks.Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>())).Returns<MockCallArgs>(Answer);
            mocks.Setup(mock => mock.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>())).Returns(Task.CompletedTask);
            return mocks.Object;
        }
    }

    private Task<(string? Id, object State)> Make(MockResourceArgs args)
    {
        registered.Enqueue(new(args.Type!, args.Name!, args.Inputs));
        var nameKey = args.Type switch
        {
            "aws:s3/bucket:Bucket" => "bucket",
            "aws-native:sagemaker:InferenceComponent" => "inferenceComponentName",
            _ => "name",
        };
        var name = args.Inputs.GetValueOrDefault(nameKey) ?? $"{args.Name}-1234567";
        var state = args.Inputs
            .SetItem(nameKey, name)
            .SetItem("arn", $"arn:aws:made:us-east-1:123456789012:{args.Type}/{name}")
            .SetItem("keyId", $"key-of-{args.Name}");
        return Task.FromResult(((string?)$"{args.Name}-id", (object)state));
    }

    private static Task<object> Answer(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getPartition:getPartition" => new Dictionary<string, object> { ["partition"] = "aws" },
        "aws:index/getRegion:getRegion" => new Dictionary<string, object> { ["region"] = "us-east-1" },
        "aws:index/getCallerIdentity:getCallerIdentity" => new Dictionary<string, object> { ["accountId"] = "123456789012" },
        _ => throw new NotSupportedException($"No answer for {args.Token}."),
    });
}
