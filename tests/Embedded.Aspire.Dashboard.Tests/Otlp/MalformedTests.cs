using System.IO.Compression;
using System.Net;

namespace Aspire.Dashboard.Embedded.Tests.Otlp;

/// <summary>Goal: no body harms the dashboard, and a refused one leaves nothing behind.</summary>
public sealed class MalformedTests : IAsyncLifetime
{
    private RunningDashboard _dashboard = null!;

    public async Task InitializeAsync() => _dashboard = await RunningDashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Theory]
    [InlineData("v1/traces")]
    [InlineData("v1/logs")]
    [InlineData("v1/metrics")]
    public async Task Post_ABodyThatIsNotProtobuf_IsRefusedAndLeavesTheServerRunning(string path)
    {
        byte[][] bodies =
        [
            [0xFF], // A number that is cut off.
            [0x0A, 0x7F, 0x01], // A field longer than its message.
            [0x00], // Field zero.
            [0x0B], // A group, which OTLP does not use.
            [0x0A, .. Enumerable.Repeat((byte)0xFF, 20)],
            [.. Enumerable.Repeat((byte)0xFF, 4_096)],
            "{\"resourceSpans\":[]}"u8.ToArray(),
            Wire.Request("lending-api", [0x0A, 0x05, 0x01]),
            Wire.Message(1, Wire.Message(1, Wire.Message(1, Wire.Message(1, [0xC3, 0x28])))), // A key that is not UTF-8.
        ];
        foreach (var body in bodies)
        {
            using var response = await _dashboard.PostAsync(path, body);
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
        Assert.Equal(HttpStatusCode.OK, (await _dashboard.Http.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Post_RandomChanges_NeverAnswersWithAServerError()
    {
        const int Seed = 20_261_122;
        var random = new Random(Seed);
        var valid = Wire.Request("lending-api", Wire.Span(1, 1, "GET /loans"), Wire.Span(1, 2, "SELECT 1"));
        for (var attempt = 0; attempt < 300; attempt++)
        {
            var body = valid.ToArray();
            for (var change = 0; change < 3; change++) body[random.Next(body.Length)] = (byte)random.Next(256);
            foreach (var path in new[] { "v1/traces", "v1/logs", "v1/metrics" })
            {
                using var response = await _dashboard.PostAsync(path, body);
                Assert.True((int)response.StatusCode is 200 or 400, $"Seed {Seed}, attempt {attempt}, {path}: {response.StatusCode}");
            }
        }
        foreach (var page in new[] { "/", "/logs", "/traces", "/metrics" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _dashboard.Http.GetAsync(page)).StatusCode);
        }
    }

    [Fact]
    public async Task Post_ASpanWithoutIdAfterAGoodOne_KeepsNeither()
    {
        using var response = await _dashboard.PostAsync("v1/traces",
            Wire.Request("lending-api", Wire.Span(1, 1, "good"), Wire.Text(5, "no id")));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("A span has no trace id or no span id.", await response.Content.ReadAsStringAsync());
        Assert.Empty((await _dashboard.JsonAsync("api/traces")).AsArray());
    }

    [Fact]
    public async Task Post_AValueNestedAThousandDeep_IsRefused()
    {
        var value = Wire.Text(1, "leaf");
        for (var depth = 0; depth < 1_000; depth++) value = Wire.Message(5, Wire.Message(1, value));

        using var response = await _dashboard.PostAsync("v1/logs", Wire.Request("lending-api", Wire.Message(5, value)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Post_Gzip_IsUnpackedWithinTheLimit()
    {
        using var good = await _dashboard.PostAsync("v1/traces", Pack(Wire.Request("lending-api", Wire.Span(1, 1, "packed"))), encoding: "gzip");
        using var bomb = await _dashboard.PostAsync("v1/traces", Pack(new byte[9 * 1024 * 1024]), encoding: "gzip");
        using var broken = await _dashboard.PostAsync("v1/traces", [1, 2, 3], encoding: "gzip");

        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, bomb.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
        Assert.Single((await _dashboard.JsonAsync("api/traces")).AsArray());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task Post_AnotherType_IsRefused(string type)
    {
        using var response = await _dashboard.PostAsync("v1/traces", [], type);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Post_ABodyOverTheLimit_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/traces")
        {
            Content = new ByteArrayContent(new byte[8 * 1024 * 1024 + 1]),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-protobuf");
        request.Headers.ExpectContinue = true; // Else the answer races with the body, which the server does not read.

        using var response = await _dashboard.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
