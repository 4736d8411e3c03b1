namespace Lending.Domain;

/// <summary>Asking for a mandate, and how it comes to stand or to end. News may come twice or in any order: what has ended stays ended.</summary>
internal static class Mandating
{
    private const int DaysBeyondLast = 60;
    private const int DaysBeyondLastMax = 366;

    public static LoanDecision Request(Loan loan, RequestMandate command, Circumstances now)
    {
        if (loan.Account is not AccountState.Active || loan.Instalments.IsEmpty) return LoanDecider.NotNow(loan, command, now);
        if (loan.Line is not null) return new NoMandateForCreditLine();
        if (IsDisputed(loan, now.Today(loan))) return new LoanOnHold(HoldKind.Disputed);
        if (loan.Mandate is { IsLive: true } standing) return new MandateStands(standing.State is MandateState.Active ? "active" : "asked for");
        if (loan.Mandate?.Presentation is { State: PresentationState.Presented } under) return new DebitUnderWay(under.DebitOn);

        var (largest, lastDay) = Largest(loan);
        var limit = now.Brand.Settings.Autopay.MostPerDebit;
        if (limit.Currency != loan.Currency) return new CurrencyMismatch(limit.Currency.Code);
        if (command.Most is { } asked && asked.Currency != loan.Currency) return new CurrencyMismatch(loan.Currency.Code);
        var (least, most) = (Money.Min(largest, limit), command.Most ?? Money.Min(largest + largest, limit));
        if (most < least || most > limit) return new MandateAmountOutOfRange(least, limit);

        var today = now.Today(loan);
        var first = lastDay > today ? lastDay : today;
        var until = command.ValidUntil ?? first.AddDays(DaysBeyondLast);
        if (until < first || until > first.AddDays(DaysBeyondLastMax)) return new MandateDateOutOfRange(first, first.AddDays(DaysBeyondLastMax));

        var id = LoanReference.Of(now.Brand.Code, now.LoanId, $"mandate-v{loan.Version + 1}");
        return LoanDecision.Accept(new MandateRequested(id, most, until, today, now.Actor.Id)).AndThen(AutopayOutbox.Register(id, now));
    }

    public static LoanDecision Issue(Loan loan, IssueMandate command) =>
        loan.Mandate is { State: MandateState.Requested, Url: null } asked && asked.Id == command.MandateId
            ? LoanDecision.Accept(new MandateIssued(command.MandateId, command.Url))
            : LoanDecision.Nothing;

    public static LoanDecision Confirm(Loan loan, ConfirmMandate command, Circumstances now) =>
        loan.Mandate is { State: MandateState.Requested } asked && asked.Id == command.MandateId
            ? LoanDecision.Accept(new MandateConfirmed(command.MandateId, command.Number, now.Today(loan)))
                .AndThen(LoanOutbox.Message(MessageTemplates.MandateConfirmed, loan, now, asked.Most, asked.ValidUntil))
            : LoanDecision.Nothing;

    /// <summary>The borrower knows what they declined; of everything else they are told.</summary>
    public static LoanDecision End(Loan loan, EndMandate command, Circumstances now)
    {
        if (loan.Mandate is not { IsLive: true } mandate || mandate.Id != command.MandateId) return LoanDecision.Nothing;
        var ended = LoanDecision.Accept(new MandateEnded(mandate.Id, command.Ending, command.Reason, now.Today(loan)));
        return mandate.State is MandateState.Active ? ended.AndThen(LoanOutbox.Message(MessageTemplates.MandateEnded, loan, now)) : ended;
    }

    public static LoanDecision Cancel(Loan loan, CancelMandate command, Circumstances now)
    {
        if (loan.Mandate is not { IsLive: true } mandate) return new MandateNotFound();
        if (string.IsNullOrWhiteSpace(command.Reason)) return new NoteMissing();
        return LoanDecision.Accept(new MandateEnded(mandate.Id, MandateEnding.Cancelled, command.Reason, now.Today(loan)))
            .AndThen(AutopayOutbox.Cancel(mandate.Id, now), LoanOutbox.Message(MessageTemplates.MandateEnded, loan, now));
    }

    public static bool IsDisputed(Loan loan, DateOnly day) => loan.Hold is { Kind: HoldKind.Disputed } hold && hold.Covers(day);

    public static Loan Apply(Loan loan, MandateRequested e) => loan with { Mandate = new Mandate(e.MandateId, MandateState.Requested, e.Most, e.ValidUntil, e.On, e.By) };

    public static Loan Apply(Loan loan, MandateEnded e) => loan with
    {
        Mandate = loan.Mandate! with
        {
            State = MandateState.Ended, Ending = e.Ending, Reason = e.Reason,
            Presentation = loan.Mandate.Presentation is { State: PresentationState.Announced } told ? told with { State = PresentationState.Withdrawn } : loan.Mandate.Presentation,
        },
    };

    /// <summary>The largest instalment that is not paid, and the last day to pay by.</summary>
    private static (Money Largest, DateOnly LastDay) Largest(Loan loan)
    {
        var (largest, last) = (new Money(1, loan.Currency), loan.DisbursedOn!.Value);
        foreach (var instalment in loan.Instalments)
        {
            if (instalment.IsPaid) continue;
            largest = Money.Max(largest, instalment.Outstanding);
            if (instalment.PayBy > last) last = instalment.PayBy;
        }

        return (largest, last);
    }
}
