using System.Globalization;
using System.Text;

namespace Infra.Development;

/// <summary>The start script of a notebook instance, which installs what stops the instance when nobody works on it.</summary>
/// <remarks>
/// Notebook instances have no idle shutdown of their own. A systemd timer rather than cron, which Amazon Linux 2023 does not have.
/// https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html
/// </remarks>
internal static class IdleStopper
{
    /// <summary>Characters of a script, encoded, that a lifecycle configuration takes.</summary>
    public const int MostCharacters = 16_384;

    /// <summary>The script as a lifecycle configuration takes it.</summary>
    public static string Encoded(int idleMinutes) => Convert.ToBase64String(Encoding.UTF8.GetBytes(Script(idleMinutes)));

    public static string Script(int idleMinutes) => Resource("install-stopper.sh")
        .Replace("@SCRIPT@", Resource("stop-when-idle.py").TrimEnd(), StringComparison.Ordinal)
        .Replace("@IDLE_MINUTES@", idleMinutes.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Line breaks of a checkout differ between machines; bash takes one kind only.</summary>
    private static string Resource(string name)
    {
        using var stream = typeof(IdleStopper).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in this program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
