using Preview.CommandLine;
using Preview.Projects;

namespace Preview.Tests.Projects;

public class StackConfigTests
{
    private const string Project = """
        name: shop
        runtime: dotnet
        config:
          aws:region: eu-west-1
          count: { type: integer, default: 3 }
          names: { type: array, items: { type: string }, default: [a, b] }
          team: { type: string }
          token: { type: string, secret: true, default: none }
        """;

    private const string Stack = """
        config:
          team: ml
          shop:token: { secure: v1:abc }
        """;

    [Fact]
    public void A_project_without_any_stack_file_has_every_stack_and_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("preview-tests-").FullName;
        try
        {
            var project = ProjectFile.Read(Path.Combine(folder, "Pulumi.yaml"), Project);

            var none = StackFile.Read(project, "dev");
            File.WriteAllText(Path.Combine(folder, "Pulumi.prod.yaml"), "config: {}");
            var misspelt = Assert.Throws<UserErrorException>(() => StackFile.Read(project, "dev"));

            Assert.Empty(none.Config);
            Assert.Contains("nor a file of another stack: dev has the defaults of Pulumi.yaml", Assert.Single(none.Warnings), StringComparison.Ordinal);
            Assert.StartsWith("There is no stack dev; the project has prod.", misspelt.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_value_of_the_wrong_type_is_to_be_corrected_where_it_was_given()
    {
        Assert.Contains("correct it in Pulumi.dev.yaml.", Fault(Stack + "\n  count: many\n"), StringComparison.Ordinal);
        Assert.Contains("correct it in the argument of --config.", Fault(Stack, ("count", "many")), StringComparison.Ordinal);

        static string Fault(string text, params (string, string)[] overrides) =>
            Assert.Throws<UserErrorException>(() => Build(text, overrides: overrides)).Message;
    }

    [Fact]
    public void Defaults_of_the_project_are_filled_in()
    {
        var config = Build(Stack);

        Assert.Equal("eu-west-1", config["aws:region"]);
        Assert.Equal("3", config["shop:count"]);
        Assert.Equal("[\"a\",\"b\"]", config["shop:names"]);
        Assert.Equal("ml", config["shop:team"]);
    }

    [Fact]
    public void The_command_line_wins_over_the_stack_file_and_the_stack_file_over_the_defaults()
    {
        var config = Build(Stack + "\n  count: 4\n  aws:region: us-east-1\n", overrides: [("count", "5"), ("names", "[c]")]);

        Assert.Equal(("5", "[\"c\"]", "us-east-1"), (config["shop:count"], config["shop:names"], config["aws:region"]));
    }

    [Fact]
    public void A_secure_setting_is_a_placeholder_that_is_named()
    {
        var config = Build(Stack);

        Assert.Equal(SecretValues.Placeholder, config["shop:token"]);
        Assert.Equal(["shop:token"], config.Placeholders.ToArray());
        Assert.Equal(["shop:token"], config.SecretKeys);
    }

    [Fact]
    public void A_secure_setting_has_its_real_value_where_the_environment_gives_it()
    {
        var secrets = new SecretValues(
            name => name == "PREVIEW_SECRET_SHOP_TOKEN" ? "hush" : null, ImmutableDictionary<string, string>.Empty);

        var config = Build(Stack, secrets: secrets);

        Assert.Equal("hush", config["shop:token"]);
        Assert.Empty(config.Placeholders.ToArray());
        Assert.Equal(["shop:token"], config.SecretKeys);
    }

    [Fact]
    public void A_secure_part_of_a_setting_is_named_by_its_path()
    {
        var secrets = new SecretValues(_ => null, ImmutableDictionary<string, string>.Empty.Add("other:db.passwords[1]", "hush"));

        var config = Build(Stack + "\n  other:db: { passwords: [{ secure: v1:a }, { secure: v1:b }], name: x }\n", secrets: secrets);

        Assert.Equal($"{{\"name\":\"x\",\"passwords\":[\"{SecretValues.Placeholder}\",\"hush\"]}}", config["other:db"]);
        Assert.Equal(["other:db.passwords[0]", "shop:token"], config.Placeholders.ToArray());
        Assert.Equal(["other:db", "shop:token"], config.SecretKeys);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var fault = Assert.Throws<UserErrorException>(() => Build("config:\n  count: many\n  token: plain\n"));

        Assert.Equal(ExitCode.Error, fault.ExitCode);
        Assert.Contains("Stack 'dev' is missing configuration value 'team'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Stack 'dev' with configuration key 'count' must be of type 'integer'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Stack 'dev' with configuration key 'token' must be encrypted as it's secret", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("names: [1, { a: b }]", "'names' must be of type 'array<string>'")]
    [InlineData("names: text", "'names' must be of type 'array<string>'")]
    [InlineData("team: [a]", "'team' must be of type 'string'")]
    public void Values_must_be_of_the_declared_type(string line, string expected)
    {
        var fault = Assert.Throws<UserErrorException>(() => Build(Stack.Replace("team: ml", "team: ml", StringComparison.Ordinal) is var stack && line.StartsWith("team", StringComparison.Ordinal)
            ? stack.Replace("team: ml", line, StringComparison.Ordinal)
            : stack + $"\n  {line}\n"));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cuont", "5", "Did you mean count?")]
    [InlineData("token", "hush", "PREVIEW_SECRET_SHOP_TOKEN")]
    public void A_misspelt_key_and_a_secret_are_refused_on_the_command_line(string key, string value, string expected)
    {
        var fault = Assert.Throws<UserErrorException>(() => Build(Stack, overrides: [(key, value)]));

        Assert.Equal(ExitCode.Usage, fault.ExitCode);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_key_in_the_stack_file_is_pointed_out()
    {
        var stackFile = StackFile.Read("shop", "Pulumi.dev.yaml", Stack + "\n  cuont: 5\n  aws:anything: 1\n");

        var undeclared = new StackConfigBuilder(ReadProject(), stackFile, "dev", SecretValues.None).Undeclared();

        Assert.Equal(["Pulumi.dev.yaml, line 4: shop:cuont is not declared in Pulumi.yaml. Did you mean shop:count?"], undeclared);
    }

    [Fact]
    public void A_misspelt_section_of_the_stack_file_is_pointed_out()
    {
        var stackFile = StackFile.Read("shop", "Pulumi.dev.yaml", "confg:\n  a: 1\n");

        Assert.Equal(["Pulumi.dev.yaml, line 2: confg is of no effect; settings stand under config. Did you mean config?"], stackFile.Warnings.ToArray());
    }

    [Theory]
    [InlineData("config: { a: { type: number } }", "accepted are string, integer, boolean, array, object")]
    [InlineData("config: { a: { type: array } }", "add items")]
    [InlineData("config: { a: { type: string, defualt: x } }", "Did you mean default?")]
    [InlineData("config: { a: { type: integer, default: x } }", "not of the type 'integer'")]
    [InlineData("config: [a]", "expected is a map of settings")]
    public void A_faulty_declaration_is_refused(string line, string expected)
    {
        var fault = Assert.Throws<UserErrorException>(() => ProjectFile.Read("/x/Pulumi.yaml", $"name: shop\nruntime: dotnet\n{line}\n"));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    private static ProjectFile ReadProject() => ProjectFile.Read(Path.GetFullPath("Pulumi.yaml"), Project);

    private static StackConfig Build(string stack, SecretValues? secrets = null, params (string Key, string Value)[] overrides) =>
        new StackConfigBuilder(ReadProject(), StackFile.Read("shop", "Pulumi.dev.yaml", stack), "dev", secrets ?? SecretValues.None)
            .Build(overrides.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
}
