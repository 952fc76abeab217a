using System.IO.Enumeration;
using Policies.Workloads;

namespace Policies.Iam;

/// <summary>One statement of a policy document, as far as it matters to what it lets somebody create.</summary>
/// <remarks>Most statements are about something else, which their actions tell: the rest is read when it is asked for.</remarks>
/// <param name="path">Where it stands.</param>
/// <param name="value">The statement; secret where the document is.</param>
internal sealed class Statement(PropertyPath path, PropertyValue value)
{
    private readonly PropertyValue effect = value["Effect"u8];
    private ImmutableArray<Known<string>> resources;
    private ImmutableArray<Condition> conditions;

    public PropertyPath Path => path;

    public bool IsSecret => value.IsSecret;

    public bool MayAllow => effect.IsUnknown || effect.Is("Allow"u8);

    public bool MayDeny => effect.IsUnknown || effect.Is("Deny"u8);

    public bool HasUnknownEffect => effect.IsUnknown;

    public ImmutableArray<Known<string>> Actions { get; } = Texts(value["Action"u8]);

    /// <summary>Everything but these, where a statement is written so.</summary>
    public ImmutableArray<Known<string>> NotActions { get; } = Texts(value["NotAction"u8]);

    public ImmutableArray<Known<string>> Resources => resources.IsDefault ? resources = Texts(value["Resource"u8]) : resources;

    public ImmutableArray<Condition> Conditions => conditions.IsDefault ? conditions = Condition.In(value["Condition"u8]) : conditions;

    /// <summary>Whether the conditions, or a part of them, are not known before deployment.</summary>
    public bool HasUnknownCondition => value["Condition"u8].ContainsUnknown();

    public bool IsUnconditional => value["Condition"u8].Kind is PropertyKind.Missing or PropertyKind.Null;

    /// <summary>Whether it speaks of an action on resources of a type; null where that is not known before deployment.</summary>
    public bool? Covers(CostlyAction action)
    {
        var named = NotActions.IsEmpty ? Any(Actions, action.Name) : !Any(NotActions, action.Name);
        return named == false
            ? false
            : named & (Resources.IsEmpty || Resources.Any(resource => MayName(resource, action.ResourceType)));
    }

    /// <summary>The pattern by which it speaks of an action.</summary>
    public string PatternFor(CostlyAction action) => NotActions.IsEmpty
        ? Actions.First(pattern => pattern.IsSet && Matches(pattern.Value!, action.Name)).Value!
        : $"everything but {string.Join(", ", NotActions)}";

    /// <summary>Whether its resources are at least those of another statement that an action can create.</summary>
    public bool CoversResourcesOf(Statement other, CostlyAction action) =>
        Resources.Any(resource => resource.Value == "*" || IsEvery(resource, action.ResourceType))
        || (!other.Resources.IsEmpty && other.Resources.All(resource => resource.IsSet && Resources.Any(own => own.Value == resource.Value)));

    /// <summary>In an account of its own a policy has to do with that account's resources only, so that its number narrows nothing.</summary>
    private static bool IsEvery(Known<string> resource, string type) =>
        resource.Value?.Split(':', 6) is [_, _, "sagemaker" or "*", "*", _, var named] && (named == "*" || named == $"{type}/*");

    private static bool? Any(ImmutableArray<Known<string>> patterns, string action)
    {
        bool? any = false;
        foreach (var pattern in patterns)
        {
            if (pattern.IsSet && Matches(pattern.Value!, action))
            {
                return true;
            }

            any = pattern.IsUnknown ? null : any;
        }

        return any;
    }

    /// <summary>A resource that is not known may be any.</summary>
    private static bool MayName(Known<string> resource, string type)
    {
        if (!resource.IsSet)
        {
            return true;
        }

        // arn:partition:service:region:account:type/name
        return resource.Value!.Split(':', 6) switch
        {
            [_, _, var service, _, _, var named] => Matches(service, "sagemaker") && Matches(named.Split('/')[0], type),
            _ => resource.Value.Contains('*', StringComparison.Ordinal),
        };
    }

    private static bool Matches(string pattern, string text)
    {
        // What stands before the first character with a meaning of its own is compared at once: most actions are of other services.
        var end = pattern.AsSpan().IndexOfAny('*', '?', '\\');
        return text.AsSpan().StartsWith(end < 0 ? pattern : pattern.AsSpan(0, end), StringComparison.OrdinalIgnoreCase)
            && FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
    }

    /// <summary>IAM writes a single text without brackets.</summary>
    internal static ImmutableArray<Known<string>> Texts(PropertyValue value)
    {
        if (value.Kind != PropertyKind.List)
        {
            return value.Kind is PropertyKind.Missing or PropertyKind.Null ? [] : [Known.Text(value)];
        }

        var texts = ImmutableArray.CreateBuilder<Known<string>>();
        foreach (var item in value.Items)
        {
            texts.Add(Known.Text(item));
        }

        return texts.ToImmutable();
    }
}

/// <summary>An action that makes SageMaker bill for something, and the type of resource it creates.</summary>
internal readonly record struct CostlyAction(string Name, string ResourceType);
