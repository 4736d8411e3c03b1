using System.Security.Cryptography;
using System.Text.Json;

namespace Sandbox.Storage;

/// <summary>Answers that were given under a client reference, so that a repeat gets the same and another content is refused.</summary>
internal sealed class AnsweredRequests(StateFile file)
{
    private readonly Shelf<Answered> _answers = new("answer", file);

    /// <summary>The first answer again, a new one, or a refusal of the reference.</summary>
    internal IResult Once<TRequest, TAnswer>(string capability, string reference, TRequest request, Func<TAnswer> answer)
        where TAnswer : class
    {
        var hash = Hash(request);
        var (kept, _) = _answers.GetOrAdd(
            $"{capability}:{reference}", () => new Answered(hash, JsonSerializer.SerializeToElement(answer(), SandboxApp.Json)));
        return kept.RequestHash == hash ? TypedResults.Ok(kept.Answer) : Refused.ReferenceReused();
    }

    internal static string Hash<TRequest>(TRequest request) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, SandboxApp.Json)));

    private sealed record Answered(string RequestHash, JsonElement Answer);
}
