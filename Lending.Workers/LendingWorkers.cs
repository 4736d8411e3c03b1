using Lending.Data;
using Lending.Domain;
using Lending.Providers;
using Lending.Workers.Demo;
using Lending.Workers.Documents;

namespace Lending.Workers;

/// <summary>What the workers need, for jobs and one-shot commands alike.</summary>
public static class LendingWorkers
{
    public static WebApplicationBuilder AddLendingWorkers(this WebApplicationBuilder builder, bool isDemo)
    {
        if (isDemo)
        {
            // The demo lives through days long past; everything that asks for the time is told the simulated one.
            builder.Services.AddSingleton<DemoClock>();
            builder.Services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>());
            builder.Services.AddSingleton<DemoData>();
        }
        builder.AddServiceDefaults();
        builder.Services.AddLendingData();
        builder.AddAzureBlobServiceClient("documents");
        builder.AddGrainHosting(LendingJson.Options);
        builder.Services.AddLendingProviders(builder.Configuration);
        builder.Services.KeepProviderCalls(provider => provider.GetRequiredService<ProviderCalls>().AddAsync);
        builder.Services.AddSingleton<DocumentStore>();
        builder.Services.AddWorkerServices();
        return builder;
    }
}
