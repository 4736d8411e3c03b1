using System.Diagnostics;

namespace Lending.Domain;

/// <summary>Changes of a running loan: asked for by one person, made when another approves (LMS-034, GAP-42).</summary>
internal static class Changing
{
    public static LoanDecision Propose(Loan loan, ProposeChange command, Circumstances now)
    {
        var proposed = new ProposedChange(command.ChangeId, command.Change, now.Today(loan), command.Note, now.Actor.Id);
        if (loan.ProposedChange is { } waiting)
            return waiting with { On = proposed.On } == proposed ? LoanDecision.Nothing : new ChangeWaiting(waiting.ChangeId);
        if (!IsOpenTo(loan, command.Change)) return LoanDecider.NotNow(loan, command, now);
        if (string.IsNullOrWhiteSpace(command.Note)) return new NoteMissing();

        // Refused now is refused at once; what fits now is decided again on the loan as it stands when it is approved.
        var outcome = Outcome(Booking.UpToDate(loan, now), command.Change, now);
        return outcome.Refusal is { } refusal
            ? refusal
            : LoanDecision.Accept(new LoanChangeProposed(proposed.ChangeId, proposed.Change, proposed.On, proposed.Note, proposed.By));
    }

    /// <summary>The borrower's right, so nobody approves it. Once said it stands.</summary>
    public static LoanDecision ExitCoolingOff(Loan loan, ExitCoolingOff command, Circumstances now)
    {
        if (loan.Account is not AccountState.Active) return LoanDecider.NotNow(loan, command, now);
        if (loan.ExitBy is not null) return LoanDecision.Nothing;
        return Booking.OnItsDay(loan, now, today => Make(today, new("cooling-off", new CoolingOffExit(), now.Today(today), "", now.Actor.Id), now));
    }

    /// <summary>A run was asked for and started by two people, so nobody approves it on each loan. Where the nights charge, it charges nothing.</summary>
    public static LoanDecision ChargeLate(Loan loan, ChargeLate command, Circumstances now)
    {
        if (loan.Account is not AccountState.Active) return LoanDecider.NotNow(loan, command, now);
        if (now.Today(loan) != command.On) return new LateChargeRunOver(command.On);
        if (LoanDecider.ProductOf(now).LateCharges is not { ByHand: true }) return new NoLateCharge();
        return Booking.OnItsDay(loan, now, today => Make(today, new(command.RunId, new LateChargeByHand(), command.On, "", now.Actor.Id), now));
    }

    public static LoanDecision Approve(Loan loan, ApproveChange command, Circumstances now)
    {
        if (loan.ProposedChange is not { } proposed || proposed.ChangeId != command.ChangeId) return new ChangeNotFound();
        if (!IsOpenTo(loan, proposed.Change)) return LoanDecider.NotNow(loan, command, now);
        return Booking.OnItsDay(loan, now, today => Make(today, proposed, now));
    }

    public static LoanDecision Reject(Loan loan, RejectChange command, Circumstances now)
    {
        if (loan.ProposedChange?.ChangeId != command.ChangeId) return new ChangeNotFound();
        return string.IsNullOrWhiteSpace(command.Reason) ? new NoteMissing() : LoanDecision.Accept(new LoanChangeRejected(command.ChangeId, command.Reason));
    }

    /// <summary>The loan after a change, with everything a change does not touch as it was.</summary>
    public static Loan Apply(Loan loan, LoanChanged changed)
    {
        var after = Merge(loan, changed.Outcome) with { ProposedChange = loan.ProposedChange?.ChangeId == changed.ChangeId ? null : loan.ProposedChange };

        // What was worked out again has gone through every night up to the day of the change.
        return loan.Account is AccountState.Completed && after.Account is AccountState.Active ? after with { ClosedThrough = changed.On.AddDays(-1) } : after;
    }

    public static Loan Merge(Loan loan, ChangeOutcome outcome)
    {
        var reopened = loan.Account is AccountState.Completed && outcome.Account is AccountState.Active;
        return loan with
        {
            Instalments = outcome.Instalments ?? loan.Instalments,
            Advance = outcome.Advance,
            Account = outcome.Account,
            Closure = outcome.Closure,
            RatePercent = outcome.RatePercent,
            Hold = outcome.Hold,
            Settlement = outcome.Settlement,
            ExitBy = outcome.ExitBy,
            Pauses = outcome.Pauses ?? loan.Pauses,
            DueAnchor = outcome.DueAnchor,
            FlatBase = outcome.FlatBase,
            Line = outcome.Line ?? loan.Line,
            EarlyFees = outcome.EarlyFees,
            EarlyTaxes = outcome.EarlyTaxes,
            Goodwill = outcome.Goodwill,
            ChargedOff = outcome.ChargedOff,
            HandCharges = outcome.HandCharges ?? loan.HandCharges,
            SuspendedInterest = outcome.SuspendedInterest,
            NpaSince = outcome.Classified is { } counts ? counts.NpaSince : loan.NpaSince,
            Provision = outcome.Classified?.Provision ?? loan.Provision,
            Frozen = outcome.Frozen ?? loan.Frozen,
            Dpd = outcome.Dpd,
            WrittenOff = outcome is { LossKind: LossKind.WriteOff, Loss: { } loss } ? loan.WrittenOff + loss : loan.WrittenOff,
            ReceivedPayments = outcome.Reversed is { } reversed ? loan.ReceivedPayments.Remove(reversed.PaymentId) : loan.ReceivedPayments,
            Recovered = outcome.Reversed is { IsRecovery: true } recovery ? loan.Recovered - recovery.Recovery : loan.Recovered,
            ReversedPayments = outcome.Reversed is { } back ? (loan.ReversedPayments ?? []).Add(back.PaymentId) : loan.ReversedPayments,
            Revisions = outcome.Instalments is null ? loan.Revisions : loan.Revisions + 1,

            // A certificate that nothing is due is void once something is due again.
            CompletedOn = reopened ? null : loan.CompletedOn,
            CertificateId = reopened ? null : loan.CertificateId,
        };
    }

    /// <summary>What the change would make of a loan whose open days are closed.</summary>
    public static Outcome<ChangeOutcome> Outcome(Loan loan, LoanChange change, Circumstances now, string? by = null) =>
        LineChanges.Misfit(loan, change) is { } misfit ? misfit : change switch
        {
            PaymentReversal reversal => Restating.Without(loan, reversal, now),
            ChargeOffReversal => Restating.WithoutChargeOff(loan, now),
            RefundReturn back => Refunding.Return(loan, back, now),
            _ => Outcome(loan, change, ChangeGround.Of(now, now.Today(loan), by)),
        };

    public static Outcome<ChangeOutcome> Outcome(Loan loan, LoanChange change, ChangeGround ground) =>
        loan.ChargedOff is not null && !ChargingOff.Takes(change)
            ? new LoanChargedOff("The loan is charged off. Take that back first.")
            : Made(loan, change, ground);

    private static Outcome<ChangeOutcome> Made(Loan loan, LoanChange change, ChangeGround ground) => change switch
    {
        RateChange c => TermChanges.ChangeRate(loan, c, ground),
        TenureExtension c => TermChanges.Extend(loan, c, ground),
        DueDateMove c => TermChanges.MoveDueDate(loan, c, ground),
        Moratorium c => TermChanges.Grant(loan, c, ground),
        InterestPause c => TermChanges.Pause(loan, c, ground),
        ReAge c => TermChanges.Age(loan, c, ground),
        ReAmortisation => TermChanges.Amortise(loan, ground),
        PartPrepayment c => Prepaying.Check(loan, c, ground),

        Freeze c => Holding.Freeze(loan, c, ground),
        Dispute => Holding.Dispute(loan, ground),
        HoldRelease => Holding.Release(loan, ground),

        PenaltyWaiver c => Forgiving.WaivePenalty(loan, c, ground),
        InterestWaiver c => Forgiving.WaiveInterest(loan, c, ground),
        GoodwillCredit c => Forgiving.Credit(loan, c, ground),
        AdvanceRefund c => Refunding.Refund(loan, c),
        RefundReturn c => Refunding.Returned(loan, c, ground),
        Settlement c => Forgiving.Settle(loan, c, ground),
        WriteOff => Forgiving.WriteOff(loan, ground),

        LateChargeByHand => ChargingByHand.Charge(loan, ground),
        ChargeOff c => ChargingOff.Make(loan, c, ground),
        ContractTermination => Ending.Terminate(loan, ground),
        CoolingOffExit => Ending.Exit(loan, ground),
        LimitChange c => LineChanges.ChangeLimit(loan, c, ground),
        LineBlocking c => LineChanges.Block(loan, c, ground),
        LineUnblocking => LineChanges.Unblock(loan),
        MinimumPercentChange c => LineChanges.ChangeMinimum(loan, c, ground),

        Cancellation when loan.Refinances is not null => new RefinanceStands(),
        Cancellation c => Ending.Cancel(loan, c, ground),
        _ => throw new UnreachableException($"No rule makes {change.GetType().Name}."),
    };

    private static LoanDecision Make(Loan loan, ProposedChange proposed, Circumstances now)
    {
        var made = Outcome(loan, proposed.Change, now, proposed.By);
        return made.IsRefused ? made.Refusal : Events(loan, proposed.ChangeId, proposed.Change, made.Value, now);
    }

    /// <summary>The events of a change, and of what follows from it. A prepayment is a payment, so it is booked as one.</summary>
    public static LoanDecision Events(Loan loan, string changeId, LoanChange change, ChangeOutcome outcome, Circumstances now)
    {
        var today = now.Today(loan);
        if (loan.Account is AccountState.Active && outcome is { Account: AccountState.Completed }) outcome = outcome with { Account = AccountState.Active, Closure = null };
        LoanEvent @event = change is PartPrepayment paid
            ? Prepaying.Received(loan, Prepaying.ReceiptOf(paid), outcome, ChangeGround.Of(now, today))
            : new LoanChanged(changeId, change, today, now.Actor.Id, outcome);
        var after = LoanEvolution.Evolve(loan, @event);
        var message = LoanOutbox.Message(MessageTemplates.LoanChanged, loan, now, date: today, key: changeId, also: ("change", ChangeKinds.CodeOf(change)));
        return Closing.IsRepaid(after, today)
            ? LoanDecision.Accept(@event, new LoanCompleted(today)).AndThen(
                message, LoanOutbox.PrepareCertificate(after, now), LoanOutbox.Message(MessageTemplates.LoanClosed, after, now, date: today))
            : LoanDecision.Accept(@event).AndThen(message);
    }

    /// <summary>Money goes back, and payments are taken back, also after the loan has ended.</summary>
    public static bool IsOpenTo(Loan loan, LoanChange change) => change switch
    {
        AdvanceRefund or RefundReturn or PaymentReversal => Repaying.TakesMoney(loan),
        _ => loan.Account is AccountState.Active,
    };
}
