namespace Cli.Tests;

/// <summary>Whether this machine can compile the pack and the preview ahead of time.</summary>
internal static class NativeToolchain
{
    private static readonly string[] Compilers = ["clang", "gcc"];

    /// <summary>What publishing needs to be told: without a native toolchain, the pack is published for the .NET runtime.</summary>
    public static string[] PublishArguments => IsThere ? [] : ["-p:NativeAot=false"];

    /// <summary>On Windows the toolchain is on no PATH; there the build finds it, or says what to install.</summary>
    public static bool IsThere => OperatingSystem.IsWindows() || Compilers.Any(compiler => RealPulumi.FindOnPath(compiler) is not null);
}
