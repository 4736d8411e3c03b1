using System.Text.Json;
using Sandbox.Pages;

namespace Sandbox.Switches;

/// <summary>The switches as a page and as JSON.</summary>
internal static class SwitchApi
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/switches", (HttpRequest request, SwitchBoard board) => Page.IsWanted(request)
            ? Page.Show(request, "Switches", SwitchesPage.Render(board.All()))
            : TypedResults.Json(AsJson(board), SandboxApp.Json));

        app.MapPut("/switches", (Dictionary<string, SwitchChange> wanted, SwitchBoard board) =>
        {
            foreach (var name in wanted.Keys)
            {
                if (!Enum.TryParse<Capability>(name, ignoreCase: true, out _))
                {
                    return Refused.Unprocessable("unknown_capability", $"Write one of {string.Join(", ", AsJson(board).Keys)}.");
                }
            }

            foreach (var (name, change) in wanted) board.Set(Enum.Parse<Capability>(name, ignoreCase: true), change);
            return TypedResults.Json(AsJson(board), SandboxApp.Json);
        });

        app.MapDelete("/switches", (SwitchBoard board) =>
        {
            board.Reset();
            return TypedResults.Json(AsJson(board), SandboxApp.Json);
        });
    }

    internal static string Name(Capability capability) => JsonNamingPolicy.CamelCase.ConvertName(capability.ToString());

    private static Dictionary<string, CapabilitySwitches> AsJson(SwitchBoard board) =>
        board.All().ToDictionary(entry => Name(entry.Key), entry => entry.Value);
}
