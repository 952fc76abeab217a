using Google.Protobuf;
using PropertyValues;
using Pulumi.Policy;
using Rpc = Pulumirpc;

namespace Sdks.Tests.Policy;

public class AnalyzeStackTests
{
    [Fact]
    public void A_stack_policy_sees_inputs_as_analysed_and_outputs_as_given()
    {
        IReadOnlyList<PolicyResource> seen = [];
        var host = Engine.Host(new TestStackPolicy("p", context =>
        {
            seen = context.Resources;
            return [];
        }));

        host.Analyze(Engine.Request(PropertyMap.Of(("acl", "private"), ("__defaults", Array.Empty<string>()))));
        host.AnalyzeStack(new() { Resources = { Engine.Resource(PropertyMap.Of(("arn", "arn:b"))), Engine.Resource(name: "other") } });

        Assert.Equal(2, seen.Count);
        Assert.Equal((PropertyMap.Of(("acl", "private")), PropertyMap.Of(("arn", "arn:b"))), (seen[0].Inputs, seen[0].Outputs));
        Assert.True(seen[1].Inputs.IsEmpty);
    }

    [Fact]
    public void Dependencies_parents_and_providers_are_seen()
    {
        PolicyResource? seen = null;
        var host = Engine.Host(new TestStackPolicy("p", context =>
        {
            seen = context.Resources[1];
            return [];
        }));
        var resource = Engine.Resource(name: "rule", type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
        resource.Parent = "urn:parent";
        resource.Dependencies.Add([Engine.Urn(), "urn:other"]);
        resource.PropertyDependencies.Add("bucket", new() { Urns = { Engine.Urn() } });
        resource.Provider = new() { Urn = "urn:provider", Name = "default" };

        host.AnalyzeStack(new() { Resources = { Engine.Resource(), resource } });

        Assert.Equal(("urn:parent", "urn:provider"), (seen!.Parent, seen.Provider!.Urn));
        Assert.Equal([Engine.Urn(), "urn:other"], seen.Dependencies.AsEnumerable());
        Assert.Equal([Engine.Urn()], seen.PropertyDependencies["bucket"].AsEnumerable());
    }

    [Fact]
    public void A_finding_is_on_the_resource_it_names_and_otherwise_on_the_stack()
    {
        var host = Engine.Host(new TestStackPolicy("p", context =>
        [
            new(context.Resources[0], Verdict.Violation("a")),
            new(null, Verdict.Violation("b")),
            new(context.Resources[0], Verdict.Unknown("arn")),
            new(context.Resources[0], Verdict.Compliant),
        ]));
        var stack = Engine.Resource(name: "shop-dev", type: "pulumi:pulumi:Stack");

        var found = host.AnalyzeStack(new()
        {
            Resources = { Engine.Resource(PropertyMap.Of(("arn", Sentinels.Unknown))), stack },
        }).Diagnostics;

        Assert.Equal(
            [
                (Engine.Urn(), Rpc.EnforcementLevel.Mandatory, "p holds.\na"),
                (stack.Urn, Rpc.EnforcementLevel.Mandatory, "p holds.\nb"),
                (Engine.Urn(), Rpc.EnforcementLevel.Advisory, "can't run policy 'p' from policy pack 'test-pack@v1.2.3' during preview: "
                    + "string value at .arn can't be known during preview"),
            ],
            found.Select(finding => (finding.Urn, finding.EnforcementLevel, finding.Message)));
    }

    [Fact]
    public void What_was_found_before_a_policy_throws_is_kept()
    {
        static IEnumerable<ResourceVerdict> Check(StackContext context)
        {
            yield return new(context.Resources[0], Verdict.Violation("a"));
            throw new InvalidOperationException("No.");
        }

        var host = Engine.HostOf(
            new(new TestStackPolicy("broken", Check), EnforcementLevel.Mandatory),
            new(new TestStackPolicy("sound", _ => [new(null, Verdict.Violation("b"))]), EnforcementLevel.Advisory));

        var found = host.AnalyzeStack(new() { Resources = { Engine.Resource() } }).Diagnostics;

        Assert.Equal(["broken", "broken", "sound"], found.Select(finding => finding.PolicyName));
        Assert.Equal(
            "policy 'broken' from policy pack 'test-pack@v1.2.3' failed on the stack: InvalidOperationException: No.\n"
            + "The fault is the policy's. Until it is corrected, the level of broken can be set to disabled.",
            Engine.WithoutPlace(found[1].Message));
    }

    [Fact]
    public void A_policy_about_types_of_which_the_stack_has_none_does_not_run()
    {
        const string topic = "aws:sns/topic:Topic";
        var host = Engine.HostOf(
            new(new TestStackPolicy("topics", _ => [new(null, Verdict.Violation("z"))], topic), EnforcementLevel.Mandatory),
            new(new TestStackPolicy("either", _ => [new(null, Verdict.Violation("x"))], topic, Engine.Bucket), EnforcementLevel.Mandatory),
            new(new TestStackPolicy("every", _ => [new(null, Verdict.Violation("y"))]), EnforcementLevel.Mandatory));

        var answer = host.AnalyzeStack(new() { Resources = { Engine.Resource() } });
        var ofNothing = host.AnalyzeStack(new());

        Assert.Equal(["either", "every"], answer.Diagnostics.Select(found => found.PolicyName));
        Assert.Equal(
            new Rpc.PolicyNotApplicable { PolicyName = "topics", Reason = $"Policy only applies to resources of type '{topic}'" },
            Assert.Single(answer.NotApplicable));
        Assert.Equal(["every"], ofNothing.Diagnostics.Select(found => found.PolicyName));
        Assert.Equal(["topics", "either"], ofNothing.NotApplicable.Select(one => one.PolicyName));
    }

    [Fact]
    public void Only_what_is_said_of_the_whole_stack_makes_a_policy_not_applicable()
    {
        var host = Engine.HostOf(
            new(new TestStackPolicy("no", _ => [new(null, Verdict.NotApplicable("No endpoints."))]), EnforcementLevel.Mandatory),
            new(
                new TestStackPolicy("some", context => [new(context.Resources[0], Verdict.NotApplicable("Exempt."))]),
                EnforcementLevel.Mandatory));

        var answer = host.AnalyzeStack(new() { Resources = { Engine.Resource() } });

        Assert.Equal([("no", "No endpoints.")], answer.NotApplicable.Select(one => (one.PolicyName, one.Reason)));
        Assert.Empty(answer.Diagnostics);
    }

    [Fact]
    public void Resource_policies_and_disabled_ones_do_not_run()
    {
        var host = Engine.HostOf(
            new(new TestPolicy("resources", _ => Verdict.Violation("x")), EnforcementLevel.Mandatory),
            new(new TestStackPolicy("off", _ => [new(null, Verdict.Violation("y"))]), EnforcementLevel.Disabled));

        Assert.Equal(new Rpc.AnalyzeResponse(), host.AnalyzeStack(new() { Resources = { Engine.Resource() } }));
    }

    [Fact]
    public void What_was_analysed_in_another_stack_is_forgotten()
    {
        var inputs = new List<PropertyMap>();
        var host = Engine.Host(new TestStackPolicy("p", context =>
        {
            inputs.Add(context.Resources[0].Inputs);
            return [];
        }));
        host.Analyze(Engine.Request(PropertyMap.Of(("acl", "private"))));

        host.ConfigureStack(new() { Stack = "prod" });
        host.AnalyzeStack(new() { Resources = { Engine.Resource() } });

        Assert.True(inputs.Single().IsEmpty);
    }

    [Fact]
    public void An_encoded_request_reads_as_its_message_does_even_with_fields_from_the_future()
    {
        var answers = new List<string>();
        var host = Engine.Host(new TestStackPolicy("p", context =>
        {
            answers.Add(string.Join(";", context.Resources.Select(resource => $"{resource.Urn} {resource.Type} {resource.Outputs}")));
            return [];
        }));
        var request = new Rpc.AnalyzeStackRequest { Resources = { Engine.Resource(PropertyMap.Of(("a", 1))), Engine.Resource(name: "b") } };
        byte[] future = [0x10, 0x05, 0x1a, 0x02, 0x61, 0x62, 0x25, 1, 2, 3, 4, 0x29, 1, 2, 3, 4, 5, 6, 7, 8];

        host.AnalyzeStack(request);
        host.AnalyzeEncodedStack((byte[])[.. future, .. request.ToByteArray(), .. future]);

        Assert.Equal(answers[0], answers[1]);
        Assert.Throws<InvalidDataException>(() => host.AnalyzeEncodedStack(request.ToByteArray().AsMemory(..^1)));
    }
}
