using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lending.Flows;

/// <summary>Calls the borrower API as one device. Every change gets an Idempotency-Key unless one is given; "" sends none.</summary>
public sealed class ApiClient(HttpClient http, string? accessToken = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string? AccessToken { get; } = accessToken;

    public HttpClient Http { get; } = http;

    public ApiClient With(string token) => new(Http, token);

    public Task<Answer> GetAsync(string path, CancellationToken cancellationToken = default) => SendAsync(HttpMethod.Get, path, null, null, cancellationToken);

    public Task<Answer> PostAsync(string path, object? body = null, string? key = null, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Post, path, ContentOf(body), key, cancellationToken);

    public Task<Answer> PutAsync(string path, object body, string? key = null, CancellationToken cancellationToken = default) =>
        SendAsync(HttpMethod.Put, path, ContentOf(body), key, cancellationToken);

    /// <summary>Sends exactly this text as the body.</summary>
    public Task<Answer> SendTextAsync(HttpMethod method, string path, string body, string? key = null, CancellationToken cancellationToken = default) =>
        SendAsync(method, path, new StringContent(body, Encoding.UTF8, "application/json"), key, cancellationToken);

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, HttpContent? content, string? key, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (AccessToken is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", AccessToken);
        if (method != HttpMethod.Get && key is not "") request.Headers.TryAddWithoutValidation("Idempotency-Key", key ?? Guid.CreateVersion7().ToString("N"));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request, cancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        var all = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, isJson && bytes.Length > 0 ? JsonNode.Parse(bytes) : null, bytes, all, $"{method} {path}");
    }

    private static HttpContent? ContentOf(object? body) => body is null
        ? null
        : new StringContent(JsonSerializer.Serialize(body, body.GetType(), Json), Encoding.UTF8, "application/json");
}
