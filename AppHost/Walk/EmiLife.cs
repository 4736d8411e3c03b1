using Lending.Flows;

namespace Lending.AppHost.Walk;

/// <summary>Three instalments: one on time, one late with a penalty and paid in parts, one that closes the loan.</summary>
internal sealed class EmiLife(Steps steps, Office office, CancellationToken cancellationToken)
{
    private const long Amount = 45_000_00;

    private const int Months = 3;

    private const int DaysLate = 5;

    /// <summary>The loan's number.</summary>
    public async Task<string> LiveAsync()
    {
        steps.Chapter("An EMI loan, one instalment late");
        var (borrower, loanId) = await office.LendAsync("Ravi Menon", "EMI", Amount, Months, maker: office.Sameer, checker: office.Neha);
        var payBy = await office.PayByAsync(borrower, loanId);

        await office.MoveToAsync(payBy[0], borrower, loanId);
        await office.PayByLinkAsync(borrower, loanId, "Ravi pays the first instalment by payment link", loan => loan.Minor("figures.dueNow"));

        await office.MoveToAsync(payBy[1].AddDays(DaysLate), borrower, loanId);
        await office.SeeMessageAsync(borrower, "The news that it is overdue", loanId, "daily penalty");
        await PayAPartByHandAsync(borrower, loanId, payBy[1].AddDays(DaysLate));
        await office.PayByLinkAsync(borrower, loanId, "Ravi pays what is still due by payment link", loan => loan.Minor("figures.dueNow"));

        await office.MoveToAsync(payBy[2], borrower, loanId);
        await office.PayByLinkAsync(borrower, loanId, "Ravi pays the rest by payment link", loan => loan.Minor("figures.payoff"));
        await office.FetchCertificateAsync(borrower, loanId);
        return loanId;
    }

    private async Task PayAPartByHandAsync(Borrower borrower, string loanId, DateOnly today)
    {
        var half = 0L;
        var paymentId = "";
        await steps.RunAsync("Kavya (collections) records half of it, received in cash", async () =>
        {
            half = (await borrower.LoanAsync(loanId, cancellationToken)).Minor("figures.dueNow") / 2;
            paymentId = await office.Kavya.RecordPaymentAsync(loanId, half, "R-1042", today, cancellationToken);
            return $"{Office.Rupees(half)}, waits for another person";
        });
        await steps.RunAsync("Imran approves it with the six digits", async () =>
        {
            var loan = await office.Imran.ApprovePaymentAsync(loanId, paymentId, cancellationToken);
            return $"{Office.Rupees(half)}; {loan.Text("status")}, owes {Office.Text(loan, "figures.payoff")}";
        });
    }
}
