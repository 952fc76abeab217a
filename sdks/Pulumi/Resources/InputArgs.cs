using System.Diagnostics.CodeAnalysis;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Arguments: members with an <see cref="InputAttribute"/>, public or not, also of the classes it derives from.</summary>
[DynamicallyAccessedMembers(MemberAccess.Kept)]
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }

    /// <summary>The values by property name, none of them read; a required one that is missing is an error.</summary>
    internal virtual IEnumerable<KeyValuePair<string, object?>> ReadMembers() => ArgsShape.Of(GetType()).Read(this);
}
