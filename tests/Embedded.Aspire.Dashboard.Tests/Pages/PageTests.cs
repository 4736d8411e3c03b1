using System.Net;

namespace Aspire.Dashboard.Embedded.Tests.Pages;

public sealed class PageTests : IAsyncLifetime
{
    private const string Hostile = "\"><script>alert(1)</script>";
    private RunningDashboard _dashboard = null!;

    public async Task InitializeAsync() => _dashboard = await RunningDashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Theory]
    [InlineData("/", "No resource yet")]
    [InlineData("/console", "No resource yet")]
    [InlineData("/logs", "No log yet")]
    [InlineData("/traces", "No trace yet")]
    [InlineData("/metrics", "No metric yet")]
    [InlineData("/logs?level=nonsense&open=-1&q=%20", "No log yet")]
    [InlineData("/traces?min=99999999999999999999", "No trace yet")]
    [InlineData("/logs?q=x", "No log matches")]
    [InlineData("/find?id=nothing", "Nothing carries this id")]
    public async Task Page_WithoutData_SaysWhatWillAppear(string path, string words) =>
        Assert.Contains(words, await _dashboard.Http.GetStringAsync(path));

    [Theory]
    [InlineData("/nope")]
    [InlineData("/traces/00000000000000000000000000000001")]
    [InlineData("/metrics/instrument?resource=a&name=b")]
    public async Task Page_OfSomethingUnknown_IsNotFound(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _dashboard.Http.GetAsync(path)).StatusCode);

    [Fact]
    public async Task Resources_OfEveryState_AreShownWithLinksForWebAddressesOnly()
    {
        _dashboard.Board.Report(new ResourceSnapshot("lending-api", "Project", "Running", "Healthy",
            ["http://localhost:5080", "javascript:alert(1)"], 4260, new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero), 2, "Exit code 1"));

        var page = await _dashboard.Http.GetStringAsync("/");

        Assert.Contains("<a href=\"http://localhost:5080\"", page);
        Assert.Contains("<code>javascript:alert(1)</code>", page);
        foreach (var shown in new[] { "Healthy", "4260", "Exit code 1", ">2</b>" }) Assert.Contains(shown, page);
    }

    [Fact]
    public async Task EveryPage_WithHostileNames_EncodesThem()
    {
        _dashboard.Board.Report(new ResourceSnapshot(Hostile, Hostile, Hostile, Hostile, [Hostile], 1, null, 0, Hostile));
        _dashboard.Board.AppendLog(Hostile, Hostile, isError: true);
        var hostile = Wire.Text(1, Hostile);
        var attribute = Wire.Message(9, [.. hostile, .. Wire.Message(2, hostile)]);
        using var traces = await _dashboard.PostAsync("v1/traces", Wire.Request(Hostile, [.. Wire.Span(1, 1, Hostile), .. attribute]));
        using var logs = await _dashboard.PostAsync("v1/logs", Wire.Request(Hostile, [.. Wire.Message(5, hostile), .. Wire.Message(6, [.. hostile, .. Wire.Message(2, hostile)])]));
        using var metrics = await _dashboard.PostAsync("v1/metrics", Wire.Request(Hostile,
            [.. Wire.Text(1, Hostile), .. Wire.Text(2, Hostile), .. Wire.Text(3, Hostile), .. Wire.Message(5, Wire.Message(1, [.. Wire.Fixed64(6, 7), .. Wire.Message(7, [.. hostile, .. Wire.Message(2, hostile)])]))]));
        Assert.All([traces, logs, metrics], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));

        var name = Uri.EscapeDataString(Hostile);
        string[] paths =
        [
            "/", $"/console?resource={name}&q={name}", $"/console/lines?resource={name}", "/logs?open=1", $"/logs?q={name}&trace={name}",
            "/traces", $"/traces?q={name}", $"/traces/{string.Concat(Enumerable.Repeat("01", 16))}?span=0100000000000000",
            "/metrics", $"/metrics/instrument?resource={name}&name={name}", $"/find?id={name}x",
        ];
        foreach (var path in paths)
        {
            var page = await _dashboard.Http.GetStringAsync(path);
            Assert.DoesNotContain("<script>alert", page);
            Assert.Contains("&lt;script&gt;alert", page);
        }
    }

    [Fact]
    public async Task Traces_HealthProbes_AreHiddenUntilAskedFor()
    {
        using var posted = await _dashboard.PostAsync("v1/traces",
            Wire.Request("api", Wire.Span(1, 1, "GET /health"), Wire.Span(2, 2, "GET /loans")));

        Assert.Single((await _dashboard.JsonAsync("api/traces")).AsArray());
        Assert.Equal(2, (await _dashboard.JsonAsync("api/traces?probes=1")).AsArray().Count);
    }

    [Fact]
    public async Task ConsoleLines_AfterANumber_AreOnlyTheNewOnes()
    {
        foreach (var line in new[] { "one", "two", "three" }) _dashboard.Board.AppendLog("api", line, isError: false);

        var lines = await _dashboard.Http.GetStringAsync("/console/lines?resource=api&after=2");

        Assert.Contains("three", lines);
        Assert.DoesNotContain("two", lines);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("[::1]")]
    public async Task AnyRequest_WithAForeignHost_IsRefused(string host)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, "/v1/traces") { Headers = { Host = host } };
            using var response = await _dashboard.Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal("The dashboard answers to the hosts 127.0.0.1 and localhost only.", await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task EveryPage_AllowsNothingFromElsewhere()
    {
        using var response = await _dashboard.Http.GetAsync("/");

        Assert.StartsWith("default-src 'none';", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        var page = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("style=\"", page);
        foreach (var asset in new[] { "dashboard.css", "dashboard.js", "morph.js", "icon.svg" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _dashboard.Http.GetAsync($"/assets/{asset}")).StatusCode);
        }
    }

    [Fact]
    public async Task Start_OnATakenPort_Throws() => await Assert.ThrowsAsync<IOException>(() =>
        DashboardServer.StartAsync(_dashboard.Server.Url.Port, new ResourceBoard(), CancellationToken.None));
}
