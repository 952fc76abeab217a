using Generate.Files;

namespace Generate.Sdk;

internal static class Deprecated
{
    public static void Mark(CodeWriter code, string? reason)
    {
        if (reason is not null)
            code.Line($"[Obsolete({Literal.Of(reason)})]");
    }
}
