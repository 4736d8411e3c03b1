using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lending.Flows;

/// <summary>The borrower's phone and mailbox, which the Sandbox plays: messages sent to one number or address.</summary>
public sealed partial class Phone(HttpClient sandbox, string contact)
{
    public string Contact { get; } = contact;

    /// <summary>The newest code in a message with this text in it; waits for it to arrive.</summary>
    public async Task<string> CodeAsync(string mentioning, CancellationToken cancellationToken = default) =>
        SixDigits().Match(await MessageAsync(text => text.Contains(mentioning, StringComparison.OrdinalIgnoreCase) && SixDigits().IsMatch(text), cancellationToken)).Value;

    public async Task<string> MessageAsync(Func<string, bool> matches, CancellationToken cancellationToken = default) => await Waiting.ForAsync(
        async () => (await TextsAsync(cancellationToken)).FirstOrDefault(matches), $"a message to {Contact[..3]}…", cancellationToken);

    public async Task<IReadOnlyList<string>> TextsAsync(CancellationToken cancellationToken = default)
    {
        var answer = await sandbox.GetFromJsonAsync<JsonNode>($"/api/messages?to={Uri.EscapeDataString(Contact)}", cancellationToken);
        return [.. answer!["messages"]!.AsArray().Select(message => (string)message!["text"]!)];
    }

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits();
}
