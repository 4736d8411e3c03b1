namespace Lending.AppHost.Walk;

/// <summary>Thirty days, reminded, and paid in full on the due date.</summary>
internal sealed class PaydayLife(Steps steps, Office office)
{
    private const long Amount = 20_000_00;

    private const int Days = 30;

    /// <summary>The loan's number.</summary>
    public async Task<string> LiveAsync()
    {
        steps.Chapter("A payday loan, paid in full on the due date");
        var (borrower, loanId) = await office.LendAsync("Asha Kumar", "PAYDAY", Amount, Days, maker: office.Neha, checker: office.Sameer);
        var due = (await office.PayByAsync(borrower, loanId))[0];

        await office.MoveToAsync(due.AddDays(-3), borrower, loanId);
        await office.SeeMessageAsync(borrower, "A reminder", loanId, "in 3 days");
        await office.MoveToAsync(due, borrower, loanId);
        await office.PayByLinkAsync(borrower, loanId, "Asha pays everything by payment link", loan => loan.Minor("figures.payoff"));
        await office.FetchCertificateAsync(borrower, loanId);
        return loanId;
    }
}
