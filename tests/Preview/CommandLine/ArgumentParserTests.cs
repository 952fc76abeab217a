using Preview.CommandLine;

namespace Preview.Tests.CommandLine;

public class ArgumentParserTests
{
    [Fact]
    public void Without_arguments_the_stack_dev_is_previewed() => Assert.Equal("dev", ArgumentParser.Parse([]).Stack);

    [Theory]
    [InlineData("prod")]
    [InlineData("preview", "prod")]
    [InlineData("--stack", "prod")]
    [InlineData("--stack=prod")]
    [InlineData("-s", "prod")]
    [InlineData("preview", "--json", "prod")]
    public void A_stack_can_be_named_in_these_ways(params string[] words) => Assert.Equal("prod", ArgumentParser.Parse(words).Stack);

    [Theory]
    [InlineData("preview", "report")]
    [InlineData("--stack", "report")]
    public void A_stack_may_be_called_like_a_command(params string[] words) => Assert.Equal("report", ArgumentParser.Parse(words).Stack);

    [Theory]
    [InlineData("dev", "explain", "api")]
    [InlineData("prod", "explain", "api", "prod")]
    [InlineData("prod", "explain", "--stack", "prod", "api")]
    public void Explain_takes_a_resource_and_a_stack(string stack, params string[] words)
    {
        var arguments = ArgumentParser.Parse(words);

        Assert.Equal((Command.Explain, "api", stack), (arguments.Command, arguments.Resource, arguments.Stack));
    }

    [Fact]
    public void Options_that_repeat_keep_their_order()
    {
        var arguments = ArgumentParser.Parse(
            ["--policy-pack", "a", "--policy-pack=b", "--policy-pack-config", "a.json", "--policy-pack-config", "b.json", "-c", "x=1", "--config", "y=a=b"]);

        Assert.Equal(["a", "b"], arguments.PolicyPacks.ToArray());
        Assert.Equal(["a.json", "b.json"], arguments.PolicyPackConfigs.ToArray());
        Assert.Equal([KeyValuePair.Create("x", "1"), KeyValuePair.Create("y", "a=b")], arguments.Config.ToArray());
    }

    [Theory]
    [InlineData("Did you mean --policy-pack?", "--polcy-pack", "x")]
    [InlineData("There is no option --frobnicate", "--frobnicate")]
    [InlineData("--stack needs a value", "--stack")]
    [InlineData("--json takes no value", "--json=yes")]
    [InlineData("not of the form key=value", "--config", "region")]
    [InlineData("not of the form key=value", "--config", "=x")]
    [InlineData("two stacks, dev and prod", "dev", "prod")]
    [InlineData("two stacks, dev and --stack prod", "dev", "--stack", "prod")]
    [InlineData("accepted are auto, always and never", "--color", "blue")]
    [InlineData("one configuration file for each pack", "--policy-pack", "a", "--policy-pack", "b", "--policy-pack-config", "c")]
    [InlineData("advise is not offered yet", "advise")]
    [InlineData("explain needs the name or URN", "explain")]
    [InlineData("two stacks, prod and dev", "explain", "api", "prod", "dev")]
    [InlineData("--against is not for explain; it is for preview.", "explain", "api", "--against", "main")]
    [InlineData("give one of them", "--baseline", "base.json", "--against", "main")]
    [InlineData("report needs what pulumi preview --json wrote", "report")]
    [InlineData("report takes no prod", "report", "prod", "--from", "x.json")]
    [InlineData("prices needs an offer of AWS and a Region", "prices", "AmazonSageMaker.csv")]
    [InlineData("prices takes an offer and a Region, and no dev", "prices", "AmazonSageMaker.csv", "us-east-1", "dev")]
    [InlineData("--stack is not for prices;", "prices", "AmazonSageMaker.csv", "us-east-1", "--stack", "dev")]
    [InlineData("--baseline is not for report; it is for preview.", "report", "--from", "x.json", "--baseline", "y.json")]
    [InlineData("--from is not for preview; it is for report.", "--from", "x.json")]
    [InlineData("--json is not for explain; it is for preview and report.", "explain", "artifacts", "--json")]
    [InlineData("not of the form KIND=FILE", "--report", "markdown")]
    [InlineData("not of the form KIND=FILE", "--report", "markdown=")]
    [InlineData("give USD a month", "--silent-below", "much")]
    [InlineData("has an empty name", "--stack", "")]
    public void A_faulty_command_line_gets_one_message(string expected, params string[] words)
    {
        var fault = Assert.Throws<UserErrorException>(() => ArgumentParser.Parse(words));

        Assert.Equal(ExitCode.Usage, fault.ExitCode);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_is_in_the_help()
    {
        foreach (var option in new[] { "--stack", "--policy-pack", "--policy-pack-config", "--config", "--secrets", "--cwd", "--project", "--baseline", "--against", "--json", "--isolate", "--color", "--help", "--version" })
        {
            Assert.Contains(option, HelpText.Text, StringComparison.Ordinal);
        }
    }
}
