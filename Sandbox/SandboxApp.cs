using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Sandbox.Aadhaar;
using Sandbox.Authenticator;
using Sandbox.BankAccounts;
using Sandbox.Bureau;
using Sandbox.ESign;
using Sandbox.Mandates;
using Sandbox.Messages;
using Sandbox.Pages;
using Sandbox.Pan;
using Sandbox.PaymentLinks;
using Sandbox.Payouts;
using Sandbox.Storage;
using Sandbox.Switches;
using Sandbox.Webhooks;

namespace Sandbox;

/// <summary>Every third party of a lender in one process. Nothing outside this machine is ever called.</summary>
public static class SandboxApp
{
    /// <summary>Builds the process; the caller runs it. Listens on 127.0.0.1 at <c>Ports:Sandbox</c> unless told an address.</summary>
    public static WebApplication Build(string[] args, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.AddServiceDefaults();
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            var port = int.Parse(builder.Configuration["Ports:Sandbox"] ?? "5099", CultureInfo.InvariantCulture);
            builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        }

        builder.Services.ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
        builder.Services.AddSingleton(SandboxSettings.Read(builder.Configuration, builder.Environment));
        builder.Services.AddSingleton<Changes>();
        builder.Services.AddSingleton<StateFile>();
        builder.Services.AddSingleton<AnsweredRequests>();
        builder.Services.AddSingleton<SwitchBoard>();
        builder.Services.AddSingleton<WebhookSender>();
        builder.Services.AddSingleton<Mailbox>();
        builder.Services.AddSingleton<AadhaarDesk>();
        builder.Services.AddSingleton<PayoutDesk>();
        builder.Services.AddSingleton<PaymentDesk>();
        builder.Services.AddSingleton<MandateDesk>();
        builder.Services.AddSingleton<DebitDesk>();
        builder.Services.AddSingleton<SigningDesk>();
        builder.Services.AddSingleton<StaffList>();
        builder.Services.AddHostedService<Resumption>();

        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.Use(PageHeaders.AddAsync);
        PanApi.Map(app);
        AadhaarApi.Map(app);
        BureauApi.Map(app);
        PennyDropApi.Map(app);
        PayoutApi.Map(app);
        PaymentLinkApi.Map(app);
        MandateApi.Map(app);
        ESignApi.Map(app);
        MessageApi.Map(app);
        SwitchApi.Map(app);
        TotpApi.Map(app);
        WebhookApi.Map(app);
        SandboxPages.Map(app);
        return app;
    }

    internal static JsonSerializerOptions Json { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    private static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AllowNullsToBeLeftOut } };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        return options;
    }

    // What may be null may also be missing.
    private static void AllowNullsToBeLeftOut(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member.AssociatedParameter is { IsNullable: true })) member.IsRequired = false;
    }
}
