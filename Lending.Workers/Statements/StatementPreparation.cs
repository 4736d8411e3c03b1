using System.Globalization;
using Lending.Data;
using Lending.Documents;
using Lending.Domain;
using Lending.Grains;
using Lending.Workers.Documents;

namespace Lending.Workers.Statements;

/// <summary>
/// Makes the statement of a loan from where the last one ended through a day, or the bill of an instalment, stores it and tells the loan. Whatever is made already is not
/// made again; one that was left out is in the next one.
/// </summary>
public sealed class StatementPreparation(IGrainFactory grains, Journal journal, Brands brands, Products products, FieldCipher cipher, DocumentStore store)
{
    public async Task StatementAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var (brandCode, loanId, to) = (task.Brand, task.Item.Data["loan"], DayOf(task, "to"));
        var loan = await LoanAsync(brandCode, loanId, cancellationToken);
        if ((loan.StatedThrough?.AddDays(1) ?? loan.DisbursedOn) is not { } from || from > to) return;

        var (brand, name) = await AboutAsync(brandCode, loan, cancellationToken);
        var product = await products.FindAsync(brandCode, loan.ProductCode, loan.ProductVersion, cancellationToken)
            ?? throw new InvalidOperationException($"Product {loan.ProductCode} {loan.ProductVersion} is gone.");
        var statement = AccountStatements.Of(await journal.HistoryAsync(brandCode, loanId, cancellationToken), from, to, product);
        var document = await store.AddAsync(brandCode, loanId, DocumentKinds.Statement, StatementPages.Write(brand, loanId, name, statement), cancellationToken);
        await TellAsync(task, new IssueStatement(document.Id, document.Sha256, from, to, statement.Opening, statement.Charged, statement.Paid, statement.Closing), cancellationToken);
    }

    public async Task BillAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var (brandCode, loanId) = (task.Brand, task.Item.Data["loan"]);
        var loan = await LoanAsync(brandCode, loanId, cancellationToken);
        var number = int.Parse(task.Item.Data["number"], CultureInfo.InvariantCulture);
        if (AccountStatements.BillOf(loan, number, DayOf(task, "on")) is not { } bill || bill.PayBy <= loan.BilledThrough) return;

        var (brand, name) = await AboutAsync(brandCode, loan, cancellationToken);
        var document = await store.AddAsync(brandCode, loanId, DocumentKinds.Bill, StatementPages.Write(brand, loanId, name, bill), cancellationToken);
        await TellAsync(task, new IssueBill(document.Id, document.Sha256, bill), cancellationToken);
    }

    private async Task<Loan> LoanAsync(string brand, string loanId, CancellationToken cancellationToken)
    {
        var loan = await grains.GetGrain<ILoanGrain>(GrainKeys.Of(brand, loanId)).GetAsync(cancellationToken);
        return loan.IsRefused ? throw new InvalidOperationException("The statement has no loan.") : loan.Value;
    }

    private async Task<(Brand Brand, string Name)> AboutAsync(string brandCode, Loan loan, CancellationToken cancellationToken)
    {
        var customer = await grains.GetGrain<ICustomerGrain>(GrainKeys.Of(brandCode, loan.CustomerId)).GetAsync(cancellationToken);
        if (customer.IsRefused || customer.Value.Profile is not { } profile) throw new InvalidOperationException("The statement has no borrower.");
        return (await brands.GetAsync(brandCode, cancellationToken), cipher.Open(brandCode, Field.Name, profile.FullName));
    }

    private async Task TellAsync(OutboxTask task, LoanCommand command, CancellationToken cancellationToken)
    {
        var outcome = await grains.ExecuteAsync(task.Brand, task.Item.Data["loan"], command, task.Item.Key, "statements", cancellationToken);
        if (outcome.IsRefused) throw new InvalidOperationException($"The statement was refused: {outcome.Refusal.Code}.");
    }

    private static DateOnly DayOf(OutboxTask task, string name) => DateOnly.ParseExact(task.Item.Data[name], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
