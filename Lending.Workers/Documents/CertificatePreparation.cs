using Lending.Data;
using Lending.Documents;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Workers.Documents;

/// <summary>After the last payment: makes the no-due certificate, stores it and tells the loan (LOS-033).</summary>
public sealed class CertificatePreparation(IGrainFactory grains, Brands brands, FieldCipher cipher, DocumentStore store)
{
    public async Task HandleAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var (brandCode, loanId) = (task.Brand, task.Item.Data["loan"]);
        var loan = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brandCode, loanId)).GetAsync(cancellationToken);
        if (loan.IsRefused) throw new InvalidOperationException("The certificate has no loan.");
        if (loan.Value is not { Account: AccountState.Completed, CertificateId: null }) return;

        var customer = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(brandCode, loan.Value.CustomerId)).GetAsync(cancellationToken);
        if (customer.IsRefused || customer.Value.Profile is not { } profile) throw new InvalidOperationException("The certificate has no borrower.");

        var brand = await brands.GetAsync(brandCode, cancellationToken);
        var pdf = NoDueCertificate.Write(brand, loan.Value, cipher.Open(brandCode, Field.Name, profile.FullName));
        var document = await store.AddAsync(brandCode, loanId, DocumentKinds.Certificate, pdf, cancellationToken);
        var outcome = await grains.ExecuteAsync(
            brandCode, loanId, new IssueCertificate(document.Id, document.Sha256), task.Item.Key, "certificates", cancellationToken);
        if (outcome.IsRefused) throw new InvalidOperationException($"The certificate was refused: {outcome.Refusal.Code}.");
    }
}
