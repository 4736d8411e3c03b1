namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>What surrounds every page: navigation, search, and the scripts.</summary>
internal static class Shell
{
    private static readonly (string Section, string Path, string Key)[] Sections =
    [
        ("Resources", "/", "r"), ("Console", "/console", "c"), ("Structured logs", "/logs", "l"),
        ("Traces", "/traces", "t"), ("Metrics", "/metrics", "m"),
    ];

    public static Html Render(Page page) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{page.Title} · Lending dashboard</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/dashboard.css">
        <script type="module" src="/assets/dashboard.js"></script>
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
        <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="20" height="20">Lending <span>dashboard</span></a>
        <nav aria-label="Pages">{Sections.Select(section => Link(section, page.Section))}</nav>
        <form class="find" action="/find" role="search">
        <input name="id" type="search" aria-label="Find a trace or correlation id" placeholder="Trace or correlation id" autocomplete="off" spellcheck="false">
        </form>
        <button id="pause" type="button" aria-pressed="false" title="Stop and resume live updates (P)"><span class="pulse"></span><span class="word">Live</span></button>
        </header>
        <main id="main" tabindex="-1" data-follows="{string.Join(' ', page.Follows).ToLowerInvariant()}">
        <div class="heading"><h1>{page.Title}</h1>{page.Filters}</div>
        <div id="live">{page.Body}</div>
        </main>
        </body>
        </html>
        """);

    private static Html Link((string Section, string Path, string Key) link, string active) => link.Section == active
        ? Html.Of($"""<a href="{link.Path}" data-go="{link.Key}" aria-current="page">{link.Section}</a>""")
        : Html.Of($"""<a href="{link.Path}" data-go="{link.Key}">{link.Section}</a>""");
}
