using Pulumi;
using Pulumi.Aws.S3;

namespace SampleProgram;

/// <summary>A small program that is started as a process by tests; the setting "behaviour" tells what becomes of it.</summary>
internal static class Behaviour
{
    public static async Task<IDictionary<string, object?>> RunAsync()
    {
        var config = new Config();
        switch (config.Get("behaviour"))
        {
            case "throw":
                throw new InvalidOperationException("the program threw this");
            case "exit":
                Console.Error.WriteLine("the program wrote this last");
                Environment.Exit(3);
                break;
            case "hang":
                await File.WriteAllTextAsync(config.Require("processIdFile"), Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture));
                await Task.Delay(Timeout.Infinite);
                break;
            case "log-error":
                Log.Error("the program logged this");
                break;
        }

        Console.WriteLine("the program printed this");
        var bucket = new Bucket("data", config.Get("behaviour") switch
        {
            "no-owner" => new(),
            "unknown-owner" => new() { Tags = { ["owner"] = new Bucket("other", new() { Tags = { ["owner"] = "tests" } }).Arn } },
            _ => new() { Tags = { ["owner"] = "tests" } },
        });
        return new Dictionary<string, object?>
        {
            ["bucket"] = bucket.BucketName,
            ["arn"] = bucket.Arn,
            ["token"] = config.GetSecret("token"),
        };
    }
}
