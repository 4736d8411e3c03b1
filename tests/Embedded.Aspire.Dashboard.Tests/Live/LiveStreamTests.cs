using System.Net;

namespace Aspire.Dashboard.Embedded.Tests.Live;

public sealed class LiveStreamTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private RunningDashboard _dashboard = null!;

    public async Task InitializeAsync() => _dashboard = await RunningDashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task Live_AfterEachKindOfChange_SendsItsTopic()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var reader = await OpenAsync(patience.Token);

        _dashboard.Board.Report(new ResourceSnapshot("pg", "Postgres", "Running", null, [], null, null, 0, null));
        Assert.Equal("event: resources", await NextEventAsync(reader, patience.Token));
        _dashboard.Board.AppendLog("pg", "ready", isError: false);
        Assert.Equal("event: console", await NextEventAsync(reader, patience.Token));
        using var posted = await _dashboard.PostAsync("v1/traces", Wire.Request("api", Wire.Span(1, 1, "GET /")));
        Assert.Equal("event: traces", await NextEventAsync(reader, patience.Token));
    }

    [Fact]
    public async Task Live_ABurstOfChanges_IsOneEvent()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var reader = await OpenAsync(patience.Token);

        for (var line = 0; line < 5_000; line++) _dashboard.Board.AppendLog("pg", "line", isError: false);
        Assert.Equal("event: console", await NextEventAsync(reader, patience.Token));
        _dashboard.Board.Report(new ResourceSnapshot("pg", "Postgres", "Running", null, [], null, null, 0, null));

        // At most one more console event may precede it, for lines written after the first was sent.
        var next = await NextEventAsync(reader, patience.Token);
        if (next == "event: console") next = await NextEventAsync(reader, patience.Token);
        Assert.Equal("event: resources", next);
    }

    [Fact]
    public async Task Live_BeyondTheListenersAllowed_IsRefused()
    {
        using var patience = new CancellationTokenSource(Patience);
        var open = new List<StreamReader>();
        for (var number = 0; number < 32; number++) open.Add(await OpenAsync(patience.Token));

        using var response = await _dashboard.Http.GetAsync("live", HttpCompletionOption.ResponseHeadersRead, patience.Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        open.ForEach(reader => reader.Dispose());
    }

    [Fact]
    public async Task Dispose_WithAnOpenStream_EndsIt()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using var other = await RunningDashboard.StartAsync();
        using var reader = new StreamReader(await other.Http.GetStreamAsync("live", patience.Token));

        await other.Server.DisposeAsync();

        Assert.Equal(": connected\n\n", await reader.ReadToEndAsync(patience.Token));
    }

    private async Task<StreamReader> OpenAsync(CancellationToken cancellationToken)
    {
        var reader = new StreamReader(await _dashboard.Http.GetStreamAsync("live", cancellationToken));
        Assert.Equal(": connected", await reader.ReadLineAsync(cancellationToken));
        return reader;
    }

    private static async Task<string?> NextEventAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("event:", StringComparison.Ordinal)) return line;
        }
        return null;
    }
}
