using System.Net.Http.Json;
using Lending.Providers.Calls;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sandbox;

namespace Lending.Providers.Tests.Rig;

/// <summary>A real sandbox on a free port, the lender's providers pointed at it, and an inbox for its webhooks.</summary>
public sealed class SandboxRig : IAsyncDisposable
{
    public const string WebhookKey = "a key that both sides know";

    private readonly DirectoryInfo _data;
    private readonly WebhookInbox _inbox;
    private readonly List<ServiceProvider> _lenders = [];
    private WebApplication _sandbox;

    private SandboxRig(DirectoryInfo data, WebhookInbox inbox, ShiftedClock clock, WebApplication sandbox) =>
        (_data, _inbox, Clock, _sandbox) = (data, inbox, clock, sandbox);

    public WebhookInbox Inbox => _inbox;

    public CallRecorder Calls { get; } = new();

    /// <summary>The sandbox's clock.</summary>
    public ShiftedClock Clock { get; }

    public Uri SandboxUrl => new(_sandbox.Urls.Single());

    public static async Task<SandboxRig> StartAsync()
    {
        var data = Directory.CreateTempSubdirectory("sandbox-test");
        var inbox = await WebhookInbox.StartAsync();
        var clock = new ShiftedClock();
        return new SandboxRig(data, inbox, clock, await StartSandboxAsync(data, inbox, clock));
    }

    /// <summary>The lender's side. Settings such as <c>Providers:Timeout</c> come in pairs.</summary>
    public T Provider<T>(params (string Key, string Value)[] settings)
        where T : notnull
    {
        var values = new Dictionary<string, string?>
        {
            ["Providers:BaseUrl"] = SandboxUrl.ToString(),
            ["Webhooks:Key"] = WebhookKey,
            ["Webhooks:BaseUrl"] = _inbox.Url.ToString(),
        };
        foreach (var (key, value) in settings) values[key] = value;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var lender = new ServiceCollection().AddSingleton<IProviderCallLog>(Calls).AddLendingProviders(configuration).BuildServiceProvider();
        _lenders.Add(lender);
        return lender.GetRequiredService<T>();
    }

    public Task SwitchAsync(string capability, object switches) =>
        PressAsync(HttpMethod.Put, "switches", new Dictionary<string, object> { [capability] = switches });

    /// <summary>What a person does on a page.</summary>
    public async Task<HttpResponseMessage> PressAsync(HttpMethod method, string path, object body)
    {
        using var http = new HttpClient { BaseAddress = SandboxUrl };
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        return await http.SendAsync(request);
    }

    public async Task<string> PageAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = SandboxUrl };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The texts on a phone, newest first.</summary>
    public async Task<string[]> PhoneAsync(string to)
    {
        using var http = new HttpClient { BaseAddress = SandboxUrl };
        var messages = await http.GetFromJsonAsync<Phone>($"api/messages?to={Uri.EscapeDataString(to)}");
        return [.. messages!.Messages.Select(message => message.Text)];
    }

    /// <summary>The six digits that a text on the phone starts with.</summary>
    public async Task<string> OtpAsync(string to) => (await PhoneAsync(to))[0][..6];

    public async Task RestartSandboxAsync()
    {
        await _sandbox.DisposeAsync();
        _sandbox = await StartSandboxAsync(_data, _inbox, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var lender in _lenders) await lender.DisposeAsync();
        await _sandbox.DisposeAsync();
        await _inbox.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static async Task<WebApplication> StartSandboxAsync(DirectoryInfo data, WebhookInbox inbox, ShiftedClock clock)
    {
        var sandbox = SandboxApp.Build(
        [
            "--urls=http://127.0.0.1:0", $"--DataFolder={data.FullName}", $"--Webhooks:Key={WebhookKey}", $"--Webhooks:BaseUrl={inbox.Url}",
            "--Sandbox:SettleAfterMs=20", "--Logging:LogLevel:Default=Warning",
        ], clock);
        await sandbox.StartAsync();
        return sandbox;
    }

    private sealed record Phone(Letter[] Messages);

    private sealed record Letter(string Text);
}
