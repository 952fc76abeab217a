namespace Preview.Reports;

/// <summary>Addresses that came from elsewhere: only pages on the web become links.</summary>
internal static class WebPage
{
    /// <summary>The address, escaped as a URI is; null for anything else.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var page) && page.Scheme is "https" or "http" ? page.AbsoluteUri : null;
}
