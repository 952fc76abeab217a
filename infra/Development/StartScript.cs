using System.Globalization;
using System.Text;

namespace Infra.Development;

/// <summary>What a notebook instance runs when it starts: the installation of its idle stopper.</summary>
internal static class StartScript
{
    /// <summary>Characters that a lifecycle configuration takes, in base64.</summary>
    /// <remarks>https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_NotebookInstanceLifecycleHook.html</remarks>
    public const int MaxLength = 16_384;

    public static string For(int idleMinutes) => Resource("on-start.sh")
        .Replace("{{minutes}}", idleMinutes.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{{idle-stop.py}}", Resource("idle-stop.py").TrimEnd(), StringComparison.Ordinal);

    public static string Encoded(int idleMinutes) => Convert.ToBase64String(Encoding.UTF8.GetBytes(For(idleMinutes)));

    /// <summary>Line breaks as the notebook's shell wants them, wherever this was built.</summary>
    private static string Resource(string name)
    {
        using var stream = typeof(StartScript).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
