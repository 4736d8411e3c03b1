using System.Globalization;
using Sandbox.People;

namespace Sandbox.Aadhaar;

/// <summary>A drawn face in place of a photo: the same reference, the same face.</summary>
internal static class Portrait
{
    private static readonly string[] Skins = ["#8d5a3b", "#a86f4b", "#c68b62", "#d9a77c"];
    private static readonly string[] Shirts = ["#294fcb", "#107c10", "#8a3707", "#5c2e91", "#0b6a6f"];

    internal static string Draw(string reference)
    {
        var skin = Skins[NameBook.Number(reference, "skin", Skins.Length)];
        var shirt = Shirts[NameBook.Number(reference, "shirt", Shirts.Length)];
        var hair = 40 + NameBook.Number(reference, "hair", 14);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 200" width="160" height="200" role="img" aria-label="Drawn portrait">
            <rect width="160" height="200" fill="#e8edf6"/><path d="M20 200c0-44 26-62 60-62s60 18 60 62z" fill="{shirt}"/>
            <rect x="66" y="108" width="28" height="36" rx="12" fill="{skin}"/><ellipse cx="80" cy="84" rx="36" ry="42" fill="{skin}"/>
            <path d="M44 80c-2-44 74-44 72 0-8-20-14-26-36-26s-28 6-36 26z" fill="#221a17" transform="translate(0 {hair - 47})"/>
            <circle cx="67" cy="86" r="3.4" fill="#221a17"/><circle cx="93" cy="86" r="3.4" fill="#221a17"/>
            <path d="M68 104q12 9 24 0" fill="none" stroke="#221a17" stroke-width="3" stroke-linecap="round"/></svg>
            """);
    }
}
