using Pulumi.Aws.Sagemaker;

namespace PeerProgram;

/// <summary>The program of tests/interop/program, which is written with Pulumi's own SDK for Node.js.</summary>
internal static class InteropStack
{
    public static InputMap<string> Tags => new()
    {
        ["team"] = "ml-platform",
        ["environment"] = "dev",
        ["cost-category"] = "training",
        ["component"] = "interop",
    };

    public static IDictionary<string, object?> Deploy()
    {
        var config = new Config();
        var token = config.RequireSecret("token");
        var training = new Training("training", token);
        _ = new NotebookInstance(
            "notebook",
            new() { InstanceType = config.Require("notebookType"), RoleArn = training.RoleArn, VolumeSize = 20, Tags = Tags },
            new() { Aliases = { new Alias { Name = "old-notebook" } } });
        return new Dictionary<string, object?> { ["bucketName"] = training.BucketName, ["token"] = token };
    }
}
