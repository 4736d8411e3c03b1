using Lending.Data;
using Lending.Documents;
using Lending.Domain;
using Lending.Grains;
using Lending.Providers.ESign;
using Lending.Workers.Agreements;

namespace Lending.Workers.Documents;

/// <summary>After sanction: makes the agreement, stores it, asks for the e-signature and tells the loan (LOS-025, LOS-026).</summary>
public sealed class AgreementPreparation(
    IGrainFactory grains, Brands brands, Products products, FieldCipher cipher, DocumentStore store, ESignProvider signing)
{
    public async Task HandleAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var (brandCode, loanId) = (task.Brand, task.Item.Data["loan"]);
        var found = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brandCode, loanId)).GetAsync(cancellationToken);
        if (found.IsRefused) throw new InvalidOperationException("The agreement has no loan.");
        if (found.Value is not { Agreement: AgreementState.Preparing } loan) return;
        if (loan.IssuedAgreement is { } earlier && !await WithdrawAsync(brandCode, loanId, earlier.ESignReference, cancellationToken)) return;

        var brand = await brands.GetAsync(brandCode, cancellationToken);
        var product = await products.OfLoanAsync(brandCode, loan, cancellationToken)
            ?? throw new InvalidOperationException($"Product {loan.ProductCode} {loan.ProductVersion} is gone.");
        var customer = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(brandCode, loan.CustomerId)).GetAsync(cancellationToken);
        if (customer.IsRefused) throw new InvalidOperationException("The agreement has no borrower.");

        var quote = Quotes.Of(product, loan.Sanctioned!.Value, loan.Tenure, brand.BusinessDate, brand.Settings.Calendar, Coupons.Of(product, loan.Coupon));
        var details = Details(brandCode, customer.Value);
        var pdf = LoanAgreement.Write(brand, loanId, product, quote, details, brand.BusinessDate);
        var document = await store.AddAsync(brandCode, loanId, DocumentKinds.Agreement, pdf, cancellationToken);
        await AskForSignatureAsync(task, brand, loanId, customer.Value, details.Name, pdf, document, cancellationToken);
    }

    /// <summary>
    /// Closes the request that went before, so that only one paper can be signed. False when it was signed in time after all and only the news was
    /// late: then that signature is taken over and nothing is sent anew.
    /// </summary>
    private async Task<bool> WithdrawAsync(string brand, string loanId, string reference, CancellationToken cancellationToken)
    {
        if (await signing.FindAsync(reference, cancellationToken) is not { } earlier) return true;
        if (await grains.TakeSignatureAsync(brand, loanId, earlier, cancellationToken)) return false;
        await signing.CancelAsync(reference, cancellationToken);
        return true;
    }

    private async Task AskForSignatureAsync(
        OutboxTask task, Brand brand, string loanId, Customer customer, string name, byte[] pdf, StoredDocument document,
        CancellationToken cancellationToken)
    {
        // A resent agreement may be the same paper to the letter; the provider wants another reference for it all the same.
        var reference = LoanReference.Of(brand.Code, loanId, $"agreement-{task.Item.Key.Split(':')[^1]}-{document.Sha256[..12]}");
        // Asked for before by a worker that died before it could say so: the same request stands.
        var signature = await signing.FindAsync(reference, cancellationToken)
            ?? await RequestAsync(reference, brand, loanId, customer, name, pdf, cancellationToken);
        var issue = new IssueAgreement(
            document.Id, document.Sha256, reference, signature.SignUrl.ToString(), brand.BusinessDate.AddDays(brand.Settings.ESignLinkDays));
        var outcome = await grains.ExecuteAsync(brand.Code, loanId, issue, task.Item.Key, "agreements", cancellationToken);
        if (outcome.IsRefused) throw new InvalidOperationException($"The agreement was refused: {outcome.Refusal.Code}.");
    }

    private async Task<ESignature> RequestAsync(
        string reference, Brand brand, string loanId, Customer customer, string name, byte[] pdf, CancellationToken cancellationToken)
    {
        // The provider lives in real time, also where a Brand's business date is moved by hand or simulated.
        var expiresAt = TimeProvider.System.GetUtcNow().AddDays(brand.Settings.ESignLinkDays);
        var mobile = cipher.Open(brand.Code, Field.Mobile, customer.SigningMobile ?? throw new InvalidOperationException("The borrower has no phone to sign with."));
        var answer = await signing.RequestAsync(new ESignRequest(reference, $"Loan agreement {loanId}", pdf, name, mobile, expiresAt), cancellationToken);
        return answer.Accepted ? answer.Value : throw new InvalidOperationException($"The e-signature was refused: {answer.Refusal.Code}.");
    }

    private BorrowerDetails Details(string brand, Customer customer)
    {
        var profile = customer.Profile ?? throw new InvalidOperationException("The borrower has no profile.");
        return new BorrowerDetails(
            cipher.Open(brand, Field.Name, profile.FullName),
            $"{cipher.Open(brand, Field.Address, profile.Address)}, {profile.Pincode}",
            customer.Pan!.Mask,
            customer.BankAccount!.AccountNumber.Mask,
            customer.BankAccount.Ifsc);
    }
}
