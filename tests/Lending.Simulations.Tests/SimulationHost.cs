using Lending.Api.Description;
using Lending.Api.Requests;
using Lending.Api.Simulations;
using Lending.Flows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lending.Simulations.Tests;

/// <summary>The simulations of the API over real HTTP, with its reading of bodies and its error answers, without what they do not need: a database.</summary>
public sealed class SimulationHost : IAsyncLifetime
{
    private WebApplication? _app;
    private HttpClient? _http;

    public ApiClient Stranger => new(_http ?? throw new InvalidOperationException("The host is not up."));

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json => WireJson.Configure(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        builder.Services.AddProblemDetails();
        builder.Services.AddValidation();
        builder.Services.AddAuthorization();
        builder.Services.AddApiDescription();
        _app = builder.Build();
        _app.UseCorrelation();
        _app.UseMiddleware<FaultAnswers>();
        _app.UseBodyLimit();
        _app.UseRouting();
        _app.UseAuthorization();
        _app.MapApiDescription();
        _app.MapSimulationsApi();
        await _app.StartAsync();
        _http = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async Task DisposeAsync()
    {
        _http?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
    }
}
