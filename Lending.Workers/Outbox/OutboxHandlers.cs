using Lending.Data;
using Lending.Domain;
using Lending.Workers.Documents;
using Lending.Workers.Messages;
using Lending.Workers.Payouts;

namespace Lending.Workers.Outbox;

/// <summary>Which handler does which kind of outbox item.</summary>
public sealed class OutboxHandlers(AgreementPreparation agreements, CertificatePreparation certificates, PayoutSending payouts, MessageSending messages)
{
    public Task HandleAsync(ClaimedItem item, CancellationToken cancellationToken) => item.Kind switch
    {
        OutboxKinds.PrepareAgreement => agreements.HandleAsync(item, cancellationToken),
        OutboxKinds.PrepareCertificate => certificates.HandleAsync(item, cancellationToken),
        OutboxKinds.RequestPayout => payouts.HandleAsync(item, cancellationToken),
        OutboxKinds.SendMessage => messages.HandleAsync(item, cancellationToken),
        _ => throw new InvalidOperationException($"No handler does {item.Kind}."),
    };
}
