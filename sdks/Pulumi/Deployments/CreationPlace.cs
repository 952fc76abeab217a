using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Pulumi.Serialization;
using SourcePosition = Pulumirpc.SourcePosition;

namespace Pulumi;

/// <summary>Finds the line of a program that makes a resource, by the debug information beside its assemblies.</summary>
internal static class CreationPlace
{
    /// <summary>Whether an assembly is a Pulumi package; reading names of assemblies takes long, too.</summary>
    private static readonly ConcurrentDictionary<Assembly, bool> Packages = new();

    /// <summary>
    /// Places that were looked up before: debug information takes long to find, and a loop makes many resources. The line is zero where
    /// there is none.
    /// </summary>
    private static readonly ConcurrentDictionary<(MethodBase Method, int Offset), SourcePosition> Known = new();

    /// <summary>To be called by the constructor of a resource; null where there is no debug information.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Trimming.NamesOnly)]
    public static SourcePosition? Of(Resource resource)
    {
        var frames = new StackTrace(fNeedFileInfo: false).GetFrames();
        for (var depth = 0; depth < frames.Length; depth++)
        {
            if (frames[depth].GetMethod() is not { } method || IsPartOf(method, resource))
            {
                continue;
            }

            var place = (method, frames[depth].GetILOffset());
            if (!Known.TryGetValue(place, out var position))
            {
                position = PositionOf(new StackFrame(depth, needFileInfo: true));
                Known[place] = position;
            }

            if (position.Line > 0)
            {
                return position.Uri.Length > 0 ? position.Clone() : null;
            }
        }

        return null;
    }

    private static SourcePosition PositionOf(StackFrame frame) => new()
    {
        Uri = frame.GetFileName() is { } file && Path.IsPathFullyQualified(file) ? new Uri(file).AbsoluteUri : "",
        Line = frame.GetFileLineNumber(),
        Column = frame.GetFileColumnNumber(),
    };

    /// <summary>What makes a resource is neither one of its own constructors nor a Pulumi package.</summary>
    private static bool IsPartOf(MethodBase method, Resource resource) => method.DeclaringType is { } type
        && ((method.IsConstructor && type.IsInstanceOfType(resource))
            || Packages.GetOrAdd(type.Assembly, assembly => assembly.GetName().Name is "Pulumi" or "Pulumi.Aws" or "Pulumi.AwsNative"));
}
