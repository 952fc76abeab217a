using Interop;
using Preview.Tests.Runs;

namespace Preview.Tests.Interop;

/// <summary>
/// What programs of other people do (tests/interop/shapes) is previewed, or refused or counted by name; nothing is guessed.
/// </summary>
public sealed class ForeignShapeTests
{
    /// <summary>Each shape with what its report says, line by line in any order.</summary>
    public static TheoryData<string, string[]> Previewed => new()
    {
        {
            "services",
            [
                "2 resources of aws, of types that no schema here describes: dynamodb:Table, route53:Zone",
                "2 resources of random, of types that no schema here describes: index:RandomPassword, index:RandomPet",
                "orders: aws:dynamodb/table:Table: no mapper knows this type; its cost is not in the total.",
                "stream  : [unknown]", "topic   : [unknown]",
            ]
        },
        { "components", ["      └─ shapes:index:Part     outer-in ", "            └─ aws:sns:Topic   outer-in-in-topic", "Passed: nothing blocks"] },
        {
            "references",
            ["The outputs of stack \"acme/network/prod\" are unknown here: an offline preview reads no other stack's state.", "subnet: [unknown]"]
        },
        { "dynamic", ["2 resources of dynamic providers, which are code of the program that no preview runs: first, second", "id: [unknown]"] },
        {
            "providers",
            [
                "1 resource whose provider has settings that are not known before deployment: elsewhere", "region: \"us-west-2\"",
                "pulumi:providers:aws  west", "Prices: us-west-2",
            ]
        },
        {
            "functions",
            [
                "the results of 1 call of aws:ec2/getVpc:getVpc, which only AWS can answer",
                "the results of 1 call of aws:iam/getPolicyDocument:getPolicyDocument, which only AWS can answer",
                "later   : [unknown]", "region  : \"eu-west-1\"", "vpc     : [unknown]",
            ]
        },
        { "native", ["aws-native:s3:Bucket                    data", "aws-native:sagemaker:ModelPackageGroup  models", "bucket: [unknown]"] },
        { "secrets", ["parameter: [secret]", "made     : [secret]", "length   : [secret]", "shapes:password is secret; its value can be given in"] },
        { "existing", ["1 resource of aws, of types that no schema here describes: route53:Zone", "shared      read", "arn : [unknown]"] },
        { "transformations", ["+   └─ aws:sns:Topic     topic       create", "Passed: nothing blocks"] },
    };

    /// <summary>Each shape with what it is refused for.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "unknown-function", "The offline preview has no answer to aws:ec2/getAmi:getAmi and does not know what it returns" },
        { "remote", "vpc (awsx:ec2:Vpc) is a component that its provider makes, in a plugin of its own; the offline preview runs no plugins." },
        { "transforms", "topic (aws:sns/topic:Topic) has transforms, which the offline preview does not offer. Preview it with the Pulumi CLI." },
        { "hooks", "The program registers the hook before; the offline preview does not offer hooks. Preview the stack with the Pulumi CLI." },
    };

    [SkippableTheory]
    [MemberData(nameof(Previewed))]
    public async Task What_can_be_previewed_is_and_the_rest_is_counted_by_name(string shape, string[] said)
    {
        NodeTools.Require();

        var run = (await PreviewAsync(shape)).Ended(0);

        Assert.All(said, text => Assert.Contains(text, run.Output, StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_previewed_is_refused_by_name(string shape, string said)
    {
        NodeTools.Require();

        var run = (await PreviewAsync(shape)).Ended(1);

        Assert.Contains(said, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
    }

    [SkippableFact]
    public async Task A_setting_that_nobody_gave_is_named_with_where_to_give_it()
    {
        NodeTools.Require();

        var run = (await PreviewProcess.RunAsync(NodePack.Shapes)).Ended(1);

        Assert.Contains(
            "Stack 'dev' is missing configuration value 'shape'; set it in Pulumi.dev.yaml, or for one run with --config.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yaml")]
    [InlineData("python")]
    [InlineData("go")]
    public async Task A_program_of_another_runtime_is_refused_with_those_that_are_accepted(string runtime)
    {
        var folder = Directory.CreateTempSubdirectory("preview-tests-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Pulumi.yaml"), $"name: other\nruntime: {runtime}\n");

            var run = (await PreviewProcess.RunAsync(folder, "--policy-pack", Built.SamplePack)).Ended(1);

            Assert.Contains(
                $"Pulumi.yaml has the runtime {runtime}; the offline preview runs programs of dotnet and nodejs.", run.Error, StringComparison.Ordinal);
            Assert.Contains("report --from preview.json", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>With a pack that has nothing against any of them.</summary>
    private static Task<PreviewProcess> PreviewAsync(string shape) => PreviewProcess.RunAsync(
        NodePack.Shapes, "-c", $"shape={shape}", "--policy-pack", "sagemaker-guardrails", "--policy-pack-config", "audit");
}
