using Lending.Domain;
using Lending.Providers.Aadhaar;
using Lending.Providers.BankAccounts;
using Lending.Providers.Bureau;
using Lending.Providers.Calls;
using Lending.Providers.ESign;
using Lending.Providers.Mandates;
using Lending.Providers.Messages;
using Lending.Providers.Pan;
using Lending.Providers.PaymentLinks;
using Lending.Providers.Payouts;
using Lending.Providers.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Lending.Providers;

/// <summary>Registers every third party a lender talks to.</summary>
public static class LendingProviders
{
    /// <summary>
    /// Adds one provider per capability and, where <c>Webhooks:Key</c> is configured, a <see cref="WebhookVerifier"/>.
    /// Needs nothing else; an <see cref="IProviderCallLog"/> and a <see cref="TimeProvider"/> are used when registered.
    /// </summary>
    public static IServiceCollection AddLendingProviders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IProviderCallLog, LoggedProviderCalls>();

        services.AddProvider(configuration, Capability.Pan, channel => new PanProvider(channel));
        services.AddProvider(configuration, Capability.Aadhaar, channel => new AadhaarProvider(channel));
        services.AddProvider(configuration, Capability.Bureau, channel => new BureauProvider(channel));
        services.AddProvider(configuration, Capability.BankAccounts, channel => new BankAccountProvider(channel));
        services.AddProvider(configuration, Capability.Payouts, channel => new PayoutProvider(channel, WebhookUrl(configuration, "payouts")));
        services.AddProvider(configuration, Capability.PaymentLinks, channel => new PaymentLinkProvider(channel, WebhookUrl(configuration, "payments")));
        services.AddProvider(
            configuration, Capability.Mandates,
            channel => new MandateProvider(channel, WebhookUrl(configuration, "mandates"), WebhookUrl(configuration, "debits")));
        services.AddProvider(configuration, Capability.ESign, channel => new ESignProvider(channel, WebhookUrl(configuration, "e-sign")));
        services.AddProvider(configuration, Capability.Messages, channel => new MessageProvider(channel));

        services.TryAddSingleton(provider => new WebhookVerifier(
            configuration["Webhooks:Key"] ?? throw new InvalidOperationException("Webhooks:Key is not configured."),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Keeps every call where the caller says, instead of in the process's log.</summary>
    public static IServiceCollection KeepProviderCalls(
        this IServiceCollection services, Func<IServiceProvider, Func<ProviderCallEntry, CancellationToken, Task>> keep) =>
        services.AddSingleton<IProviderCallLog>(
            provider => new KeptProviderCalls(keep(provider), provider.GetRequiredService<ILogger<KeptProviderCalls>>()));

    // Without Webhooks:BaseUrl the provider uses the address it was set up with.
    private static Uri? WebhookUrl(IConfiguration configuration, string path) =>
        configuration["Webhooks:BaseUrl"] is { Length: > 0 } baseUrl ? new Uri($"{baseUrl.TrimEnd('/')}/webhooks/{path}") : null;

    private static void AddProvider<T>(
        this IServiceCollection services, IConfiguration configuration, Capability capability, Func<ProviderChannel, T> create)
        where T : class
    {
        var settings = ProviderSettings.Read(configuration, capability);
        var name = $"provider-{capability}";
        services.AddHttpClient(name, http =>
            {
                http.BaseAddress = settings.BaseUrl;

                // The pipeline times each attempt; this is only the outer limit.
                http.Timeout = settings.Timeout + TimeSpan.FromSeconds(5);
                http.MaxResponseContentBufferSize = 16 * 1024 * 1024;
            })

            // The factory's own loggers write whole URLs; the call log says what is needed.
            .RemoveAllLoggers();
        services.AddSingleton(provider =>
        {
            var factory = provider.GetRequiredService<IHttpClientFactory>();
            return create(new ProviderChannel(
                capability, settings, () => factory.CreateClient(name),
                provider.GetRequiredService<IProviderCallLog>(), provider.GetRequiredService<TimeProvider>()));
        });
    }
}
