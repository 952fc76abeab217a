namespace Infra.Settings;

/// <summary>The id of something in EC2: its kind, a hyphen, 8 or 17 hexadecimal digits.</summary>
internal abstract class Ec2IdAttribute(string kind) : FormatAttribute($"{kind}- and 8 or 17 hexadecimal digits")
{
    protected override bool Matches(string text) => text.StartsWith($"{kind}-", StringComparison.Ordinal)
        && text.Length - kind.Length - 1 is 8 or 17
        && text[(kind.Length + 1)..].All(char.IsAsciiHexDigitLower);
}

internal sealed class VpcIdAttribute() : Ec2IdAttribute("vpc");

internal sealed class SubnetIdAttribute() : Ec2IdAttribute("subnet");
