using Lending.Domain;

namespace Lending.Workers.Demo;

/// <summary>What becomes of the offers that repaid demo loans bring: staff decide them after two days, the borrower answers after four, a few have taken one lately.</summary>
public static class DemoReloan
{
    private const int StaffDecideAfter = 2;
    private const int BorrowerAnswersAfter = 4;
    private const int SubmitsAfter = 5;

    /// <summary>Those who take an offer do so within the last days of the demo, so that their new applications are fresh in the queue.</summary>
    private const int TakenWithin = 25;

    public static async Task StepAsync(DateOnly day, DemoPlan plan, DemoPerson person, Loan repaid, DemoCast cast, CancellationToken cancellationToken)
    {
        var since = day.DayNumber - repaid.CompletedOn!.Value.DayNumber;
        if (since is not (StaffDecideAfter or BorrowerAnswersAfter or SubmitsAfter)) return;
        var loan = await cast.LookAsync(repaid.Id, cancellationToken);
        if (loan.Reloan is not { Offer: not null } offer) return;

        string IdOf(string what) => $"demo:{loan.Id}:{what}:{offer.Number}";
        var borrower = cast.Borrower(loan.CustomerId);
        switch (since)
        {
            case StaffDecideAfter when offer.State is ReloanState.Pending && plan.Habit % 6 == 0:
                await cast.DoAsync(loan.Id, cast.Staff(StaffRole.CreditExecutive, plan.Number), new RejectReloan(offer.Number, "Salary comes from another employer since last month."), IdOf("reject"), cancellationToken);
                break;
            case StaffDecideAfter when offer.State is ReloanState.Pending && plan.Habit % 6 != 1:
                await cast.DoAsync(loan.Id, cast.Staff(StaffRole.CreditExecutive, plan.Number), new ApproveReloan(offer.Number, "Paid every instalment on time."), IdOf("approve"), cancellationToken);
                break;
            case BorrowerAnswersAfter when offer.IsOpenTo(day) && plan.Habit % 5 == 0:
                await cast.DoAsync(loan.Id, borrower, new DeclineReloan(offer.Number, "I need nothing at the moment"), IdOf("decline"), cancellationToken);
                break;
            case BorrowerAnswersAfter when offer.IsOpenTo(day) && plan.Habit % 5 < 3 && day > cast.LastDay.AddDays(-TakenWithin):
                var application = await cast.NextLoanIdAsync(day, cancellationToken);
                await cast.DoAsync(loan.Id, borrower, new AcceptReloan(offer.Number, application, null, null), IdOf("accept"), cancellationToken);
                await cast.RefreshAsync(loan.CustomerId, person, loan.Id, cancellationToken);
                break;
            case SubmitsAfter when offer is { State: ReloanState.Approved, Application: { } started }:
                await cast.DoAsync(started, borrower, new SubmitApplication(), IdOf("submit"), cancellationToken);
                break;
        }
    }
}
