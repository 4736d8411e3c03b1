using System.Text.Json.Nodes;

namespace Aspire.Dashboard.Embedded.Tests;

/// <summary>A dashboard on a free port, with a client for it.</summary>
public sealed class RunningDashboard : IAsyncDisposable
{
    private RunningDashboard(DashboardServer server, ResourceBoard board) =>
        (Server, Board, Http) = (server, board, new HttpClient { BaseAddress = server.Url });

    public DashboardServer Server { get; }

    public ResourceBoard Board { get; }

    public HttpClient Http { get; }

    public static async Task<RunningDashboard> StartAsync()
    {
        var board = new ResourceBoard();
        return new RunningDashboard(await DashboardServer.StartAsync(0, board, CancellationToken.None), board);
    }

    public async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await Http.GetStringAsync(path))!;

    public Task<HttpResponseMessage> PostAsync(string path, byte[] body, string type = "application/x-protobuf", string encoding = "")
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        if (encoding != "") content.Headers.ContentEncoding.Add(encoding);
        return Http.PostAsync(path, content);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
    }
}
