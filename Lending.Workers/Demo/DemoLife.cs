using Lending.Domain;

namespace Lending.Workers.Demo;

/// <summary>How a demo loan goes.</summary>
public enum DemoFate
{
    Onboarding, Pending, SentBack, CreditApproved, AwaitingSignature, AwaitingDisbursal, DisbursalProposed, PayoutFailed, RejectedByCredit,
    RejectedBySanction, Cancelled, PaysOnTime, PaysLate, PaysInParts, StopsPaying, ClosesEarly, PaymentToConfirm,
    LinePaysMinimum, LinePaysInFull, LineStopsPaying, LineBlocked, LineDrawWaiting,
}

/// <summary>What is known of a demo loan before it begins.</summary>
public sealed record DemoPlan(int Number, DemoFate Fate, string ProductCode, Money Amount, int Tenure, DateOnly Start, int Habit);

/// <summary>
/// One borrower with one loan, lived day by day through the real commands: the people act on the days they would, and the loan itself says what is due.
/// </summary>
public sealed class DemoLife(DemoPlan plan, DemoPerson person, DemoCast cast, DemoBank bank)
{
    private string _loanId = "";
    private Loan _loan = Loan.None;
    private string _customerId = "";

    public DemoPlan Plan => plan;

    public string LoanId => _loanId;

    /// <summary>Does what this borrower and the staff do for them on the day. Called on every day from Start on, in order.</summary>
    public async Task StepAsync(DateOnly day, CancellationToken cancellationToken)
    {
        switch (day.DayNumber - plan.Start.DayNumber)
        {
            case 0: await ApplyAsync(day, cancellationToken); break;
            case 1: await CreditAsync(cancellationToken); break;
            case 2: await SanctionAsync(cancellationToken); break;
            case 3: await SignAsync(cancellationToken); break;
            case 4: await DisburseAsync(cancellationToken); break;
            case > 4 when _loan.Line is not null:
                _loan = await new DemoLine(plan, _loanId, _customerId, cast).StepAsync(day, cancellationToken);
                break;
            case > 4 when _loan.Account is AccountState.Completed:
                await DemoReloan.StepAsync(day, plan, person, _loan, cast, cancellationToken);
                break;
            case > 4:
                if (DemoAutopay.Has(plan)) await DebitAsync(day, cancellationToken);
                else await RepayAsync(day, cancellationToken);
                await ChangeAsync(day, cancellationToken);
                break;
        }
    }

    private async Task ApplyAsync(DateOnly day, CancellationToken cancellationToken)
    {
        _customerId = await cast.RegisterAsync(person, day, cancellationToken);
        await cast.OnboardAsync(_customerId, person, whole: plan.Fate is not DemoFate.Onboarding, cancellationToken);
        _loanId = await cast.NextLoanIdAsync(day, cancellationToken);
        await DoAsync(cast.Borrower(_customerId), new StartApplication(_customerId, plan.ProductCode, plan.Amount, plan.Tenure), cancellationToken);
        if (plan.Fate is DemoFate.Onboarding) return;
        await DoAsync(cast.Borrower(_customerId), new SubmitApplication(), cancellationToken);
        if (plan.Fate is DemoFate.Cancelled)
            await DoAsync(cast.Borrower(_customerId), new CancelApplication("No longer needed"), cancellationToken);
    }

    private async Task CreditAsync(CancellationToken cancellationToken)
    {
        var executive = cast.Staff(StaffRole.CreditExecutive, plan.Number);
        if (plan.Fate is DemoFate.Onboarding or DemoFate.Pending or DemoFate.Cancelled) return;
        LoanCommand decision = plan.Fate switch
        {
            DemoFate.SentBack => new SendBackToBorrower("The salary slip of last month is missing."),
            DemoFate.RejectedByCredit => new RejectByCredit(plan.Number % 2 == 0 ? "low_credit_score" : "insufficient_income", "Obligations take more than half of the income."),
            _ => new ApproveByCredit(plan.Amount, "Salary credits regular over three months, no bounces."),
        };
        await DoAsync(executive, decision, cancellationToken);
    }

    private async Task SanctionAsync(CancellationToken cancellationToken)
    {
        if (_loan.Application is not ApplicationState.CreditApproved || plan.Fate is DemoFate.CreditApproved) return;
        LoanCommand decision = plan.Fate is DemoFate.RejectedBySanction
            ? new RejectSanction("policy", "Employer is on the watch list.")
            : new Sanction(plan.Amount, "Within policy.");
        await DoAsync(cast.Staff(StaffRole.SanctionManager, plan.Number), decision, cancellationToken);
    }

    private async Task SignAsync(CancellationToken cancellationToken)
    {
        if (_loan.Application is not ApplicationState.Sanctioned) return;
        _loan = await cast.LookAsync(_loanId, cancellationToken); // The agreement was prepared by the outbox meanwhile.
        if (plan.Fate is DemoFate.AwaitingSignature) return;
        var agreement = _loan.IssuedAgreement ?? throw new InvalidOperationException($"{_loanId} has no agreement to sign.");
        await DoAsync(cast.Provider("e-sign"), new RecordSignature(agreement.ESignReference, agreement.Sha256, cast.Now), cancellationToken);
    }

    private async Task DisburseAsync(CancellationToken cancellationToken)
    {
        if (_loan.Account is not AccountState.AwaitingDisbursal || plan.Fate is DemoFate.AwaitingDisbursal) return;
        await DoAsync(cast.Staff(StaffRole.LoanOps, plan.Number), new ProposeDisbursement("IMPS"), cancellationToken);
        if (plan.Fate is DemoFate.DisbursalProposed) return;
        await DoAsync(cast.Staff(StaffRole.LoanOps, plan.Number + 1), new ApproveDisbursement(_loan.Net!.Value), cancellationToken);
        var reference = _loan.Payout!.Reference!;
        if (plan.Fate is DemoFate.PayoutFailed)
            await DoAsync(cast.Provider("payouts"), new FailDisbursement(reference, "beneficiary_bank_declined"), cancellationToken);
        else
            await DoAsync(cast.Provider("payouts"), new ConfirmDisbursement(reference, $"DEMO{plan.Number:D8}"), cancellationToken);
    }

    private async Task DebitAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (_loan.Account is AccountState.Active && DemoAutopay.ActsOn(day, plan, _loan))
            await DemoAutopay.StepAsync(day, plan, _loanId, _customerId, cast, bank, cancellationToken);
    }

    private async Task RepayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (_loan.Account is not AccountState.Active || !ActsOn(day)) return;
        _loan = await cast.LookAsync(_loanId, cancellationToken);
        if (_loan.Account is not AccountState.Active) return;

        var figures = LoanFigures.Of(_loan, day);
        if (plan.Fate is DemoFate.PaymentToConfirm && day == cast.LastDay.AddDays(-1))
        {
            var collector = cast.Staff(StaffRole.CollectionExecutive, plan.Number);
            var part = Half(figures.DueNow.IsPositive ? figures.DueNow : figures.NextDue!.Amount);
            await DoAsync(collector, new ProposePayment(
                $"{_loanId}-R{day:yyMMdd}", part, "Cash", $"Receipt {4000 + plan.Number}", day, "Paid at the branch."), cancellationToken);
            return;
        }

        var amount = plan.Fate switch
        {
            DemoFate.ClosesEarly => figures.Payoff,
            DemoFate.PaysInParts when figures.DueNow.IsPositive => Half(figures.DueNow),
            DemoFate.PaysInParts when plan.ProductCode == "PAYDAY" => Half(figures.Payoff),
            _ => figures.DueNow - _loan.Advance,
        };
        if (!amount.IsPositive) return;

        var reference = $"pay_{_loanId}_{day:yyMMdd}";
        await DoAsync(cast.Provider("payments"), new ReceivePayment(reference, amount, "UPI", reference), cancellationToken);
    }

    /// <summary>A change asked for by one of loan operations and approved by another; those asked for on the last days still wait.</summary>
    private async Task ChangeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (_loan.Account is not AccountState.Active || DemoChanges.On(day, plan, _loan) is null) return;
        _loan = await cast.LookAsync(_loanId, cancellationToken);
        var maker = cast.Staff(StaffRole.LoanOps, plan.Number);
        if (DemoChanges.On(day, plan, _loan) is not var (change, note) || !await cast.WouldAcceptAsync(_loanId, maker, change, cancellationToken)) return;

        var id = $"{_loanId}-C{day:yyMMdd}";
        await DoAsync(maker, new ProposeChange(id, change, note), cancellationToken);
        if (day < cast.LastDay.AddDays(-3)) await DoAsync(cast.Staff(StaffRole.LoanOps, plan.Number + 1), new ApproveChange(id), cancellationToken);
    }

    /// <summary>Whether this borrower pays on the day, seen from the dates of the schedule.</summary>
    private bool ActsOn(DateOnly day) => plan.Fate switch
    {
        DemoFate.StopsPaying => _loan.Instalments.Any(i => i.PayBy == day && i.Number <= plan.Habit % 3),
        DemoFate.PaysLate => _loan.Instalments.Any(i => i.PayBy.AddDays(2 + plan.Habit % 11) == day),
        DemoFate.PaysInParts => day.DayNumber - plan.Start.DayNumber == 9 || _loan.Instalments.Any(i => i.PayBy == day || i.PayBy.AddDays(5) == day || i.PayBy.AddDays(9 + plan.Habit % 7) == day),
        DemoFate.ClosesEarly => day.DayNumber - plan.Start.DayNumber == 12 + plan.Habit % 40,
        DemoFate.PaymentToConfirm => _loan.Instalments.Any(i => i.PayBy == day) || day == cast.LastDay.AddDays(-1),
        _ => _loan.Instalments.Any(i => i.PayBy == day),
    };

    private static Money Half(Money amount) => new((amount.Minor + 1) / 2, amount.Currency);

    private async Task DoAsync((Actor Actor, Grants Grants) who, LoanCommand command, CancellationToken cancellationToken) =>
        _loan = await cast.DoAsync(_loanId, who, command, $"demo:{_loanId}:{command.GetType().Name}:{_loan.Version}", cancellationToken);
}
