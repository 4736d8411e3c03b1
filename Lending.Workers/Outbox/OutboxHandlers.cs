using Lending.Data;
using Lending.Domain;
using Lending.Workers.Autopay;
using Lending.Workers.Documents;
using Lending.Workers.Messages;
using Lending.Workers.Payments;
using Lending.Workers.Payouts;
using Lending.Workers.Reloans;
using Lending.Workers.Statements;

namespace Lending.Workers.Outbox;

/// <summary>Which handler does which kind of outbox item.</summary>
public sealed class OutboxHandlers(
    AgreementPreparation agreements, CertificatePreparation certificates, PayoutSending payouts, PaymentLinkSending newLinks,
    PaymentLinkFollowUp links, LoanPayOff payOffs, MandateRegistration mandates, DebitSending debits,
    StatementPreparation statements, ReloanWork reloans, MessageSending messages)
{
    public Task HandleAsync(OutboxTask task, CancellationToken cancellationToken) => task.Item.Kind switch
    {
        OutboxKinds.PrepareAgreement => agreements.HandleAsync(task, cancellationToken),
        OutboxKinds.PrepareCertificate => certificates.HandleAsync(task, cancellationToken),
        OutboxKinds.RequestPayout => payouts.HandleAsync(task, cancellationToken),
        OutboxKinds.CreatePaymentLink => newLinks.HandleAsync(task, cancellationToken),
        OutboxKinds.FollowPaymentLink => links.HandleAsync(task, cancellationToken),
        OutboxKinds.PayOffLoan => payOffs.HandleAsync(task, cancellationToken),
        OutboxKinds.RegisterMandate => mandates.RegisterAsync(task, cancellationToken),
        OutboxKinds.CancelMandate => mandates.CancelAsync(task, cancellationToken),
        OutboxKinds.NotifyDebit => debits.AnnounceAsync(task, cancellationToken),
        OutboxKinds.PresentDebit => debits.PresentAsync(task, cancellationToken),
        OutboxKinds.PrepareStatement => statements.StatementAsync(task, cancellationToken),
        OutboxKinds.PrepareBill => statements.BillAsync(task, cancellationToken),
        OutboxKinds.CheckReloan => reloans.CheckAsync(task, cancellationToken),
        OutboxKinds.StartReloan => reloans.StartAsync(task, cancellationToken),
        OutboxKinds.SendMessage => messages.HandleAsync(task, cancellationToken),
        _ => throw new InvalidOperationException($"No handler does {task.Item.Kind}."),
    };
}
