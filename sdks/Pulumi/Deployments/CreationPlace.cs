using System.Diagnostics;
using System.Reflection;
using SourcePosition = Pulumirpc.SourcePosition;

namespace Pulumi;

/// <summary>Finds the line of a program that makes a resource, by the debug information beside its assemblies.</summary>
internal static class CreationPlace
{
    /// <summary>To be called by the constructor of a resource; null where there is no debug information.</summary>
    public static SourcePosition? Of(Resource resource)
    {
        var frame = new StackTrace(fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(frame => frame.GetFileLineNumber() > 0 && frame.GetMethod() is { } method && !IsPartOf(method, resource));
        return frame?.GetFileName() is { } file && Path.IsPathFullyQualified(file)
            ? new() { Uri = new Uri(file).AbsoluteUri, Line = frame.GetFileLineNumber(), Column = frame.GetFileColumnNumber() }
            : null;
    }

    /// <summary>What makes a resource is neither one of its own constructors nor a Pulumi package.</summary>
    private static bool IsPartOf(MethodBase method, Resource resource) => method.DeclaringType is { } type
        && ((method.IsConstructor && type.IsInstanceOfType(resource))
            || type.Assembly.GetName().Name is "Pulumi" or "Pulumi.Aws" or "Pulumi.AwsNative");
}
