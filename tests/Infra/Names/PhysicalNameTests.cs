using System.Text.RegularExpressions;
using CsCheck;
using Infra.Settings;
using Infra.Tests.Builders;
using Pulumi;

namespace Infra.Tests.Names;

/// <summary>Whatever stacks and their parts are called, AWS takes the names that come of it, and none comes twice.</summary>
public class PhysicalNameTests
{
    /// <summary>A hyphen and seven digits, which both providers put after a logical name.</summary>
    private const int GeneratedSuffix = 8;

    /// <summary>What a provider puts after a prefix.</summary>
    private const int PrefixSuffix = 26;

    private const int MostEntries = 12;

    /// <summary>
    /// Types whose names are fixed by this program, and why nothing is lost by it. Everything else is named by the provider:
    /// most names cannot be changed, so that a fixed one would stand in the way of its own replacement.
    /// </summary>
    private static readonly Dictionary<string, string> MayBeFixed = new()
    {
        ["aws:kms/alias:Alias"] = "nothing but a name; roles are allowed the key by it before the key exists",
        ["aws:s3/bucket:Bucket"] = "only where storage.bucketName asks for it",
        ["aws:sagemaker/trainingJob:TrainingJob"] = "ends in a hash of its request: another request is another job",
        ["aws:sagemaker/hyperParameterTuningJob:HyperParameterTuningJob"] = "likewise",
        ["aws:sagemaker/pipeline:Pipeline"] = "ends in the generated name of its role",
        ["aws:sagemaker/domain:Domain"] = "the network is in it: only another one replaces a domain, under another name",
        ["aws:cloudwatch/dashboard:Dashboard"] = "nothing but a name, which the provider does not make up",
    };

    /// <summary>SageMaker writes to these log groups, whoever makes them.</summary>
    private const string NamedBySageMaker = "aws:cloudwatch/logGroup:LogGroup /aws/sagemaker/";

    /// <summary>Letters of stack names: https://www.pulumi.com/docs/iac/concepts/stacks/#create-stack</summary>
    private static readonly Gen<string> StackNames =
        Gen.OneOf([.. "abyzABYZ0189-_."]).Array[1, 100].Select(letters => new string(letters));

    private static readonly Gen<string> Keys = Gen.OneOf([.. "aabcxyz0189--"]).Array[1, ResourceName.MaxLength].Select(Usable);

    private static readonly string LongestKey = new('x', ResourceName.MaxLength);

    public static TheoryData<string> Files => [.. StackYaml.StackFiles.Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Names_of_every_legal_length_and_letter_are_within_the_limits_of_AWS_and_come_once(string file)
    {
        var path = StackYaml.StackFiles.Single(candidate => Path.GetFileName(candidate) == file);
        var used = await UsedAsync(path);
        var keys = Gen.OneOf(Keys, Gen.OneOf([.. used.Names]));

        await Gen.Select(StackNames, Gen.Bool, keys.Array[MostEntries], Gen.OneOf([.. used.Endings])).SampleAsync(
            async (stack, isLongest, chosen, twin) =>
            {
                var names = (isLongest ? chosen.Prepend(LongestKey) : chosen).Distinct().Concat(Enumerable.Range(0, MostEntries).Select(i => $"spare-{i}")).ToArray();
                var deployed = await DeployedStack.Of(RenamedStack.Of(path, names, twin), stack);

                Assert.Empty(deployed.Registered.SelectMany(FaultsOf));
                var urns = await Task.WhenAll(deployed.Resources.Select(resource => ValueOf(resource.Urn)));
                Assert.Empty(Repeated(urns));
                Assert.Empty(Repeated(deployed.Registered.Select(FixedName).OfType<string>()));
            },
            iter: 15);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_cannot_change_its_name_has_none_of_its_own(string file)
    {
        var path = StackYaml.StackFiles.Single(candidate => Path.GetFileName(candidate) == file);
        var settings = StackFile.Read(StackYaml.Project, StackYaml.Parse(File.ReadAllText(path))).Settings!;
        var deployed = await DeployedStack.Of(settings);

        Assert.DoesNotContain(
            deployed.Registered.Select(FixedName).OfType<string>(),
            name => !MayBeFixed.ContainsKey(name.Split(' ')[0]) && !name.StartsWith(NamedBySageMaker, StringComparison.Ordinal));
        Assert.Equal(
            settings.Storage.BucketName is null ? 0 : 1,
            deployed.All("aws:s3/bucket:Bucket").Count(bucket => FixedName(bucket) is not null));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_limit_of_every_name_is_known(string file)
    {
        var path = StackYaml.StackFiles.Single(candidate => Path.GetFileName(candidate) == file);
        var deployed = await DeployedStack.Of(StackFile.Read(StackYaml.Project, StackYaml.Parse(File.ReadAllText(path))).Settings!);

        Assert.DoesNotContain(
            deployed.Resources.OfType<CustomResource>().Select(resource => resource.GetType()).Where(IsNamed).Select(Token),
            type => !NameLimits.ByType.ContainsKey(type));
    }

    private static IEnumerable<string> FaultsOf(Registered resource)
    {
        if (!NameLimits.ByType.TryGetValue(resource.Type, out var limit))
            yield break;
        var (longest, name) = (resource[limit.Input], resource[$"{limit.Input}Prefix"]) switch
        {
            (string fixedName, _) => (limit.Longest, fixedName),
            (_, string prefix) => (limit.Longest - PrefixSuffix, prefix),
            _ => (limit.Longest - GeneratedSuffix, resource.Name),
        };
        if (name.Length > longest)
            yield return $"{resource.Type} {name} has {name.Length} characters, {longest} is the most";
        // Digits at the end, as a provider adds them where it completes a name.
        if (!Regex.IsMatch(name.EndsWith('-') ? name + "0" : name, $"^({limit.Form})$"))
            yield return $"{resource.Type} {name} is not of the form {limit.Form}";
    }

    /// <summary>Type and name of what this program names itself.</summary>
    private static string? FixedName(Registered resource) =>
        NameLimits.ByType.TryGetValue(resource.Type, out var limit) && resource[limit.Input] is string name
            ? $"{resource.Type} {name}"
            : null;

    /// <summary>The likeliest to collide: names that this stack gives by itself, and what it puts behind a key.</summary>
    private static async Task<(IReadOnlyList<string> Names, IReadOnlyList<string> Endings)> UsedAsync(string path)
    {
        var deployed = await DeployedStack.Of(RenamedStack.Of(path, [.. Enumerable.Range(0, MostEntries).Select(i => $"k{i}")], ""));
        var key = new Regex("^k[0-9]+(-.+)$");
        var names = deployed.Registered.Select(resource => resource.Name).Distinct().Order(StringComparer.Ordinal).ToArray();
        return (
            [.. names.Where(ResourceName.IsValid)],
            [.. names.Select(name => key.Match(name)).Where(match => match.Success).Select(match => match.Groups[1].Value).Append("")]);
    }

    private static string Usable(char[] letters)
    {
        var name = Regex.Replace(new string(letters), "-+", "-").Trim('-');
        return name.Length > 0 && char.IsAsciiLetterLower(name[0]) ? name : $"n{name}"[..Math.Min(name.Length + 1, ResourceName.MaxLength)].TrimEnd('-');
    }

    private static IEnumerable<string> Repeated(IEnumerable<string> texts) =>
        texts.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key);

    /// <summary>Whether a program can name a resource of this kind: its args have a name, or one that is called after it.</summary>
    private static bool IsNamed(Type resource)
    {
        var args = resource.GetConstructors()[0].GetParameters()[1].ParameterType;
        return args.GetProperty("Name") is not null || args.GetProperty($"{resource.Name}Name") is not null;
    }

    private static string Token(Type resource) => resource.GetCustomAttributes(inherit: true).OfType<ResourceTypeAttribute>().Single().Type;

    private static Task<string> ValueOf(Output<string> output)
    {
        var source = new TaskCompletionSource<string>();
        output.Apply(value =>
        {
            source.SetResult(value);
            return value;
        });
        return source.Task;
    }
}
