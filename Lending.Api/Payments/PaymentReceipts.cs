using Lending.Api.Requests;
using Lending.Data;
using Lending.Documents;
using Lending.Domain;
using Lending.Grains;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Payments;

/// <summary>Makes the receipt of a booked payment from what the journal holds of it; nothing is stored.</summary>
public sealed class PaymentReceipts(IGrainFactory grains, Brands brands, PaymentsQuery payments, FieldCipher cipher)
{
    public async Task<Results<FileContentHttpResult, ProblemHttpResult>> MakeAsync(
        string brandCode, string loanId, string customerId, string paymentId, CancellationToken cancellationToken)
    {
        if (await payments.FindAsync(brandCode, loanId, paymentId, cancellationToken) is not { State: PaymentStates.Received, BookedOn: { } booked } payment)
            return Problems.From(new ReceiptNotFound());
        var customer = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(brandCode, customerId)).GetAsync(cancellationToken);
        if (customer.IsRefused) return Problems.From(customer.Refusal);

        var brand = await brands.GetAsync(brandCode, cancellationToken);
        var facts = new ReceiptFacts(
            loanId, paymentId, payment.Amount, payment.Channel, payment.Reference, payment.ReceivedOn, booked, payment.Penalty, payment.Fee, payment.Interest, payment.Principal,
            payment.Advance);
        return TypedResults.File(
            PaymentReceipt.Write(brand, facts, cipher.Open(brandCode, Field.Name, customer.Value.Profile!.FullName)), "application/pdf", $"{loanId}-receipt-{paymentId}.pdf");
    }
}

/// <summary>No such payment is booked on the loan: it waits, was turned down or taken back, or never came.</summary>
public sealed record ReceiptNotFound() : Refusal(RefusalKind.NotFound, "receipt_not_found", "There is no receipt of such a payment.", "paymentId");
