using System.Text;

namespace Sandbox.Pages;

/// <summary>The frame around each page.</summary>
internal static class Page
{
    private static readonly (string Path, string Name)[] Places =
        [("/", "Home"), ("/phone", "Phone"), ("/bank", "Bank"), ("/authenticator", "Authenticator"), ("/switches", "Switches")];

    /// <summary>A person's browser asks for a page; a script takes JSON.</summary>
    internal static bool IsWanted(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>A page of the sandbox itself. The part in <c>main</c> fetches itself again when something changes.</summary>
    internal static IResult Show(HttpRequest request, string title, Html content)
    {
        var links = Html.Join(Places, place => Html.Of($"""
            <a href="{place.Path}"{(request.Path == place.Path ? new Html(" aria-current=\"page\"") : Html.Nothing)}>{place.Name}</a>
            """));
        return Write(Html.Of($"""
            {Head($"{title} · Sandbox")}
            <body>
            <a class="skip" href="#main">Skip to content</a>
            <header class="bar">
              <a class="brand" href="/"><span class="mark" aria-hidden="true"></span>Sandbox</a>
              <nav aria-label="Sandbox">{links}</nav>
              <button type="button" class="quiet" data-theme-toggle aria-label="Switch between light and dark">◐</button>
            </header>
            <main id="main" tabindex="-1" data-live>{content}</main>
            <div class="status" role="status" aria-live="polite"></div>
            </body></html>
            """));
    }

    /// <summary>A page that a third party shows to a borrower.</summary>
    internal static IResult Hosted(HttpRequest request, string title, Html content) => Write(Html.Of($"""
        {Head(title)}
        <body class="hosted">
        <main id="main" tabindex="-1" data-live>{content}</main>
        <footer>Sandbox: nobody is charged and nothing is signed for real. <a href="/phone">Open the phone</a></footer>
        <div class="status" role="status" aria-live="polite"></div>
        </body></html>
        """));

    internal static IResult NotFound(HttpRequest request, string text) => Write(
        Html.Of($"""
            {Head("Not found")}
            <body class="hosted"><main id="main"><section class="card paper"><h1>Not found</h1><p>{text}</p><p><a href="/">Sandbox home</a></p></section></main></body></html>
            """),
        StatusCodes.Status404NotFound);

    private static Html Head(string title) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/sandbox.css">
        <script src="/assets/sandbox.js"></script>
        </head>
        """);

    private static IResult Write(Html page, int status = StatusCodes.Status200OK) =>
        TypedResults.Content(page.Text, "text/html", Encoding.UTF8, status);
}
