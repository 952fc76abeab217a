using System.Net;
using Pulumi.Policy.Serving;

namespace Sdks.Tests.Policy;

public class ServerArgumentsTests
{
    [Theory]
    [InlineData("127.0.0.1:50051")]
    [InlineData("--logtostderr|-v=9|--tracing|tcp://127.0.0.1:1|--logflow|127.0.0.1:50051")]
    [InlineData("--tracing=x|127.0.0.1:50051")]
    [InlineData("something|127.0.0.1:50051")]
    public void The_engines_address_is_the_last_argument_that_is_no_flag(string arguments) =>
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 50051), ServerArguments.EngineAddress(arguments.Split('|')));

    [Theory]
    [InlineData("localhost:50051", "Unspecified/localhost:50051")]
    [InlineData("[::1]:50051", "[::1]:50051")]
    public void Other_ways_to_write_an_address_are_understood(string argument, string address) =>
        Assert.Equal(address, ServerArguments.EngineAddress([argument])?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:70000")]
    [InlineData("no address:1")]
    [InlineData(":50051")]
    [InlineData("--tracing|127.0.0.1:50051")]
    [InlineData("--logtostderr")]
    public void What_is_no_address_is_not_taken_for_one(string arguments) =>
        Assert.Null(ServerArguments.EngineAddress(arguments.Split('|')));
}
