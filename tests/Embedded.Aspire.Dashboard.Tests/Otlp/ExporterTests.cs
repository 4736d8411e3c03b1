using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Aspire.Dashboard.Embedded.Tests.Otlp;

/// <summary>Goal: what the exporter of the product's services sends is read in full. Method: send with it, read the JSON.</summary>
public sealed class ExporterTests : IAsyncLifetime
{
    private const string Source = "Dashboard.Tests.Exporter";
    private RunningDashboard _dashboard = null!;

    public async Task InitializeAsync() => _dashboard = await RunningDashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task Traces_FromTheExporter_AreReadBackWithParentsAttributesAndErrors()
    {
        using var source = new ActivitySource(Source + ".Traces");
        string traceId;
        using (var provider = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Service).AddSource(source.Name)
            .AddOtlpExporter(options => Send(options, "v1/traces")).Build())
        {
            using var request = source.StartActivity("POST /payments", ActivityKind.Server)!;
            traceId = request.TraceId.ToHexString();
            request.SetTag("correlation.id", "corr-77").SetTag("http.response.status_code", 500);
            using (var sql = source.StartActivity("postgresql", ActivityKind.Client)!)
            {
                sql.SetTag("db.query.text", "SELECT 1").SetStatus(ActivityStatusCode.Error, "40001");
                sql.AddException(new InvalidOperationException("further on"));
            }
            request.Stop();
            provider.ForceFlush();
        }

        var spans = (await _dashboard.JsonAsync($"api/traces/{traceId}"))["spans"]!.AsArray();

        Assert.Equal(["POST /payments", "postgresql"], spans.Select(span => (string?)span!["name"]));
        Assert.Equal((string?)spans[0]!["spanId"], (string?)spans[1]!["parentSpanId"]);
        Assert.Equal(["Server", "Client"], spans.Select(span => (string?)span!["kind"]));
        Assert.Equal("lending-api", (string?)spans[0]!["service"]);
        Assert.Equal("Error", (string?)spans[1]!["status"]);
        Assert.Equal("40001", (string?)spans[1]!["statusMessage"]);
        Assert.Equal("exception", (string?)spans[1]!["events"]![0]!["name"]);
        Assert.Single((await _dashboard.JsonAsync("api/traces?q=corr-77&status=failed")).AsArray());
        Assert.Empty((await _dashboard.JsonAsync("api/traces?q=corr-78")).AsArray());

        var page = await _dashboard.Http.GetStringAsync($"traces/{traceId}?span={spans[1]!["spanId"]}");
        Assert.Contains("<pre class=\"sql\">SELECT 1</pre>", page);
        var found = await _dashboard.Http.GetAsync("find?id=corr-77");
        Assert.Equal($"/traces/{traceId}", found.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task Logs_FromTheExporter_AreReadBackWithFilledTemplateAndTrace()
    {
        using var source = new ActivitySource(Source + ".Logs");
        using var listener = new ActivityListener
        {
            ShouldListenTo = heard => heard.Name == source.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var activity = source.StartActivity("work")!;
        using (var factory = LoggerFactory.Create(logging => logging.AddOpenTelemetry(options => options
            .SetResourceBuilder(Service)
            .AddOtlpExporter(exporter => Send(exporter, "v1/logs")))))
        {
            var logger = factory.CreateLogger("Lending.Loans");
            logger.LogInformation("Loan {LoanId} paid {Minor}", "LN-1", 12500);
            logger.LogError(new InvalidOperationException("further on"), "Posting {LoanId} failed", "LN-2");
        }

        var logs = (await _dashboard.JsonAsync("api/logs")).AsArray();

        Assert.Equal(["Posting LN-2 failed", "Loan LN-1 paid 12500"], logs.Select(log => (string?)log!["message"]));
        Assert.Equal(["Error", "Information"], logs.Select(log => (string?)log!["severity"]));
        Assert.All(logs, log => Assert.Equal(activity.TraceId.ToHexString(), (string?)log!["traceId"]));
        Assert.All(logs, log => Assert.Equal("Lending.Loans", (string?)log!["scope"]));
        Assert.Single((await _dashboard.JsonAsync("api/logs?level=warning")).AsArray());
        Assert.Single((await _dashboard.JsonAsync("api/logs?q=LN-1")).AsArray());
        Assert.Single((await _dashboard.JsonAsync("api/logs?q=-LN-1")).AsArray());
        Assert.Empty((await _dashboard.JsonAsync("api/logs?resource=lending-portal")).AsArray());

        var page = await _dashboard.Http.GetStringAsync($"logs?open={logs[0]!["number"]}");
        Assert.Contains($"/traces/{activity.TraceId.ToHexString()}", page);
    }

    [Fact]
    public async Task Metrics_FromTheExporter_AreReadBackWithValuesAndPercentiles()
    {
        using var meter = new Meter(Source + ".Metrics");
        var payments = meter.CreateCounter<long>("payments", "{payment}", "Payments posted.");
        var depth = meter.CreateUpDownCounter<long>("depth");
        meter.CreateObservableGauge("load", () => 0.25);
        var duration = meter.CreateHistogram("duration", "s", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2, 4] });
        using (var provider = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Service).AddMeter(meter.Name)
            .AddOtlpExporter((options, reader) => Send(options, "v1/metrics")).Build())
        {
            payments.Add(5, new KeyValuePair<string, object?>("brand", "a"));
            payments.Add(2, new KeyValuePair<string, object?>("brand", "b"));
            depth.Add(3);
            depth.Add(-1);
            foreach (var seconds in new[] { 0.5, 1.5, 1.5, 3.0 }) duration.Record(seconds);
            provider.ForceFlush();
        }

        var instruments = (await _dashboard.JsonAsync("api/metrics")).AsArray().ToDictionary(instrument => (string)instrument!["name"]!);

        Assert.Equal(["depth", "duration", "load", "payments"], instruments.Keys);
        Assert.Equal("Counter", (string?)instruments["payments"]!["kind"]);
        Assert.Equal([5d, 2d], instruments["payments"]!["series"]!.AsArray().Select(series => (double)series!["value"]!));
        Assert.Equal("UpDownCounter", (string?)instruments["depth"]!["kind"]);
        Assert.Equal(2, (double)instruments["depth"]!["series"]![0]!["value"]!);
        Assert.Equal(0.25, (double)instruments["load"]!["series"]![0]!["value"]!);
        var histogram = instruments["duration"]!["series"]![0]!["histogram"]!;
        Assert.Equal(4, (long)histogram["count"]!);
        Assert.Equal(6.5, (double)histogram["sum"]!);
        Assert.Equal([1L, 2L, 1L, 0L], histogram["counts"]!.AsArray().Select(count => (long)count!));
        Assert.Equal(3.0, (double)histogram["max"]!);

        var page = await _dashboard.Http.GetStringAsync("metrics/instrument?resource=lending-api&name=duration");
        Assert.Contains("≤ 2.00 s", page);
    }

    private static ResourceBuilder Service => ResourceBuilder.CreateDefault().AddService("lending-api");

    private void Send(OtlpExporterOptions options, string path)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(_dashboard.Server.Url, path);
    }
}
