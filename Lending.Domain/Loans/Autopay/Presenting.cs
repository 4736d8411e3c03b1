namespace Lending.Domain;

/// <summary>
/// Automatic debits of a loan with a mandate. They are decided on the morning after a night was closed, on the loan as it stands then: first announced,
/// presented on the day announced, tried again after a failure. Everything is an event of the loan in the same append as the night, so that a day end
/// that runs twice, or dies and is taken up, announces and presents nothing twice.
/// </summary>
internal static class Presenting
{
    /// <summary>What a decision brings with it for the mandate: its end with the account's, or the morning's debits once a night was closed.</summary>
    public static LoanDecision With(Loan loan, LoanDecision decision, Circumstances now)
    {
        if (loan.Mandate is not { IsLive: true } || decision.Refusal is not null || decision.Events.IsEmpty) return decision;
        var after = Booking.Evolve(loan, decision.Events);
        if (after.Mandate is not { IsLive: true } mandate) return decision;
        if (after.Account is not AccountState.Active)
            return Booking.Join(decision, LoanDecision.Accept(new MandateEnded(mandate.Id, MandateEnding.Cancelled, "loan_closed", now.Today(after))).AndThen(AutopayOutbox.Cancel(mandate.Id, now)));

        foreach (var @event in decision.Events)
            if (@event is DayClosed) return Booking.Join(decision, OnMorning(after, after.ClosedThrough!.Value.AddDays(1), now));
        return decision;
    }

    /// <summary>The day a debit's money counts from: the one it was presented on. Null when that is not known to this loan any more.</summary>
    public static DateOnly? ValueDayOf(Loan loan, string? reference) =>
        reference is not null && loan.Mandate?.Presentation is { } made && made.Reference == reference ? made.DebitOn : null;

    public static LoanDecision Fail(Loan loan, FailPresentation command, Circumstances now)
    {
        // A failure of anything but the debit under way is old news.
        if (loan.Mandate?.Presentation is not { State: PresentationState.Presented } made || made.Reference != command.Reference) return LoanDecision.Nothing;
        var (today, policy) = (now.Today(loan), now.Brand.Settings.Autopay);
        var again = loan.Mandate.IsLive && loan.Account is AccountState.Active && made.Attempt <= policy.RetriesMax ? today.AddDays(policy.RetryAfterDays) : (DateOnly?)null;
        var failed = LoanDecision.Accept(new AutopayFailed(made.Reference, command.Code, today, again));
        return loan.Account is AccountState.Active
            ? failed.AndThen(LoanOutbox.Message(MessageTemplates.AutopayFailed, loan, now, made.Amount, again ?? today, also: ("again", again is null ? "no" : "yes")))
            : failed;
    }

    private static LoanDecision OnMorning(Loan loan, DateOnly morning, Circumstances now)
    {
        var mandate = loan.Mandate!;
        if (morning > mandate.ValidUntil)
            return LoanDecision.Accept(new MandateEnded(mandate.Id, MandateEnding.Expired, "validity_over", morning))
                .AndThen(AutopayOutbox.Cancel(mandate.Id, now), LoanOutbox.Message(MessageTemplates.MandateEnded, loan, now));

        // A day that is made up for has gone by: nothing is announced or presented for it. Where staff move the business date, none ever has. The last one, today's, looks at all that is due then.
        if (mandate.State is not MandateState.Active || morning < now.Brand.ClockDayOf(now.Now)) return LoanDecision.Nothing;
        var disputed = Mandating.IsDisputed(loan, morning);
        if (mandate.Presentation is not { State: PresentationState.Announced } told)
            return disputed || mandate.Presentation is { State: PresentationState.Presented } ? LoanDecision.Nothing : Announce(loan, morning, now);

        if (!disputed && told.DebitOn > morning) return LoanDecision.Nothing;
        var amount = Money.Min(DueBy(loan, morning), Money.Min(told.Amount, mandate.Most));
        var reason = disputed ? "in_dispute" : told.DebitOn < morning ? "day_passed" : amount.IsPositive ? null : "paid";
        if (reason is null) return LoanDecision.Accept(new AutopayPresented(told.Reference, amount, morning)).AndThen(AutopayOutbox.Present(mandate.Id, told.Reference, amount, morning, now));

        var withdrawn = LoanDecision.Accept(new AutopayWithdrawn(told.Reference, reason));
        return disputed ? withdrawn : Booking.Join(withdrawn, Announce(Booking.Evolve(loan, withdrawn.Events), morning, now));
    }

    /// <summary>Tells of the next debit, once what falls due or the next try is as near as the notice takes.</summary>
    private static LoanDecision Announce(Loan loan, DateOnly morning, Circumstances now)
    {
        var (mandate, policy) = (loan.Mandate!, now.Brand.Settings.Autopay);
        var debitOn = morning.AddDays(policy.NoticeDays);
        if (debitOn > mandate.ValidUntil || LastDueBy(loan, debitOn) is not { } through) return LoanDecision.Nothing;
        var attempt = !(through <= mandate.PresentedThrough) ? 1 : NextAttempt(mandate, debitOn, policy);
        if (attempt is not { } which) return LoanDecision.Nothing;

        // What is late bears a penalty in the nights until then; without it a rest would stay, and the loan would stay late.
        var amount = Money.Min(DueBy(OnDay(loan, debitOn, now), debitOn), mandate.Most);
        if (!amount.IsPositive) return LoanDecision.Nothing;

        var told = new AutopayAnnounced(
            LoanReference.Of(now.Brand.Code, now.LoanId, $"autopay-v{loan.Version + 1}"), mandate.Id, amount, debitOn, which, through);
        return LoanDecision.Accept(told).AndThen(
            AutopayOutbox.Notify(told, now), LoanOutbox.Message(MessageTemplates.AutopayAnnounced, loan, now, amount, debitOn));
    }

    private static int? NextAttempt(Mandate mandate, DateOnly debitOn, AutopayPolicy policy) =>
        mandate.Presentation is { State: PresentationState.Failed, FailedOn: { } failed } made && made.Attempt <= policy.RetriesMax
            && failed.AddDays(policy.RetryAfterDays) <= debitOn
            ? made.Attempt + 1
            : null;

    /// <summary>The loan as it will stand on a day if nothing happens until then.</summary>
    private static Loan OnDay(Loan loan, DateOnly day, Circumstances now)
    {
        while (loan.Account is AccountState.Active && Accruing.NextOpenDay(loan) < day) loan = Booking.Evolve(loan, Accruing.CloseNextDay(loan, now).Events);
        return loan;
    }

    /// <summary>All that is owed by a day, less the customer's advance.</summary>
    private static Money DueBy(Loan loan, DateOnly day)
    {
        var due = -loan.Advance;
        foreach (var instalment in loan.Instalments)
            if (instalment.PayBy <= day) due += instalment.Outstanding;
        return due;
    }

    private static DateOnly? LastDueBy(Loan loan, DateOnly day)
    {
        DateOnly? last = null;
        foreach (var instalment in loan.Instalments)
            if (!instalment.IsPaid && instalment.PayBy <= day && !(instalment.PayBy <= last)) last = instalment.PayBy;
        return last;
    }
}
