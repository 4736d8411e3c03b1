namespace Lending.Domain;

/// <summary>Drawing from a line: asked for, approved by another person or by the sanction, paid or failed by the provider (LMS-005, X-23).</summary>
internal static class Drawing
{
    public static LoanDecision Request(Loan loan, RequestDraw command, Circumstances now)
    {
        if (loan.Line is not { } line) return new NotACreditLine();
        if (line.Draws.FirstOrDefault(draw => draw.DrawId == command.DrawId) is { } earlier)
            return (earlier.Amount, earlier.Channel, earlier.By) == (command.Amount, command.Channel, now.Actor.Id) ? LoanDecision.Nothing : new CommandIdReused();
        if (loan.Account is not AccountState.Active) return LoanDecider.NotNow(loan, command, now);
        if (command.Channel is PayoutChannels.Upi) return new UpiAddressMissing();
        if (!PayoutChannels.Offered.Contains(command.Channel)) return new ChannelUnknown();
        if (now.Customer is not { HasVerifiedBankAccount: true }) return new BankAccountMissing();

        return Booking.OnItsDay(loan, now, today => Requested(today, command, now));
    }

    public static LoanDecision Approve(Loan loan, ApproveDraw command, Circumstances now)
    {
        if (loan.Line is not { } line) return new NotACreditLine();
        if (line.Draws.FirstOrDefault(draw => draw.DrawId == command.DrawId && draw.Reference is null) is not { } draw) return new DrawNotFound();
        if (loan.Account is not AccountState.Active) return LoanDecider.NotNow(loan, command, now);
        if (command.Net != draw.Net) return new NetMismatch(draw.Net);
        if (now.Customer is not { HasVerifiedBankAccount: true }) return new BankAccountMissing();

        return Booking.OnItsDay(loan, now, today => (Stop(today, now.Product, now.Today(today)) ?? BeyondTheLimit(today, draw)) is { } stopped ? stopped : Approved(draw, byProduct: false, now));
    }

    public static LoanDecision Return(Loan loan, ReturnDraw command, Circumstances now)
    {
        if (loan.Line is not { } line) return new NotACreditLine();
        if (line.Draws.FirstOrDefault(draw => draw.DrawId == command.DrawId && draw.Reference is null) is not { } draw) return new DrawNotFound();
        if (string.IsNullOrWhiteSpace(command.Reason)) return new NoteMissing();
        return LoanDecision.Accept(new LineDrawReturned(draw.DrawId, draw.Number, command.Reason, now.Actor.Id));
    }

    /// <summary>
    /// The money has arrived: it is owed from this day on, and money kept in advance repays of it what it can at once. Also where the provider had called it failed before, and
    /// whatever is left of the limit: the borrower has it.
    /// </summary>
    public static LoanDecision Confirm(Loan loan, ConfirmDisbursement command, Circumstances now)
    {
        var late = loan.Account is AccountState.Active && loan.Line!.CalledFailed is { } failed ? failed : [];
        if (loan.Line!.Draws.Concat(late).FirstOrDefault(draw => draw.Reference == command.Reference) is { } draw)
            return Booking.OnItsDay(loan, now, today => LoanDecision
                .Accept(Paid(today, draw, command.Reference, command.ProviderReference, now.Today(today), LoanDecider.ProductOf(now)))
                .AndThen(LoanOutbox.Message(MessageTemplates.LineDrawPaid, today, now, draw.Net, now.Today(today), key: command.Reference)));

        // On a line that is closed nothing can be owed any more. It is kept that the money is out, for people to see to.
        if (loan.Line.CalledFailed?.Any(failed => failed.Reference == command.Reference) == true)
            return LoanDecision.Accept(new PayoutContradicted(command.Reference, command.ProviderReference, now.Today(loan)));
        return NumberOf(loan, command.Reference, now) is { } number && !loan.Line.DrawsFailed.Contains(number) ? LoanDecision.Nothing : new PayoutUnknown();
    }

    public static LoanDecision Fail(Loan loan, FailDisbursement command, Circumstances now)
    {
        if (loan.Line!.Draws.FirstOrDefault(draw => draw.Reference == command.Reference) is { } draw)
            return LoanDecision.Accept(new LineDrawFailed(draw.DrawId, draw.Number, command.Reference, command.Reason))
                .AndThen(LoanOutbox.Message(MessageTemplates.LineDrawFailed, loan, now, draw.Amount, now.Today(loan), key: command.Reference));
        if (NumberOf(loan, command.Reference, now) is not { } number) return new PayoutUnknown();
        return loan.Line.DrawsFailed.Contains(number) ? LoanDecision.Nothing : LoanDecider.NotNow(loan, command, now);
    }

    /// <summary>What keeps money from being drawn on a day, whatever the amount; null is nothing. The loan's earlier days are closed.</summary>
    public static Refusal? Stop(Loan loan, LoanProduct? product, DateOnly today)
    {
        var line = loan.Line!;
        if (Revolving.HasEnded(loan, today)) return new LineOver(line.ValidThrough);
        if (line.Block is { } block) return new LineBlocked(block.Reason);
        if ((loan.Hold is { } hold && hold.Covers(today)) || loan.Settlement is { } settlement && settlement.PayBy >= today) return new LineHeld();
        var isLate = loan.NpaSince is not null
            || (product?.Line is not { BlockWhileOverdue: false } && LoanFigures.DelinquencyOf(loan, product, today) is not Delinquency.Current);
        return isLate ? new LineOverdue(LoanFigures.DpdOf(loan, today)) : null;
    }

    /// <summary>The draw as it becomes owed on a day.</summary>
    public static LineDrawPaid Paid(Loan loan, LineDraw draw, string reference, string providerReference, DateOnly on, LoanProduct product) => new(
        draw.DrawId, draw.Number, reference, providerReference, draw.Channel, on, draw.Amount, draw.Charges, draw.Net,
        loan.Advance.IsPositive ? Allocations.Of(Revolving.WithDraw(loan.Instalments, draw.Amount), loan.Advance, DateOnly.MaxValue, on, product.Waterfall) : []);

    /// <summary>A draw that was paid, on the loan as it would have stood then.</summary>
    public static LineDrawPaid Again(Loan loan, LineDrawPaid e, LoanProduct product) => e with
    {
        FromAdvance = loan.Advance.IsPositive ? Allocations.Of(Revolving.WithDraw(loan.Instalments, e.Amount), loan.Advance, DateOnly.MaxValue, e.On, product.Waterfall) : [],
    };

    private static LoanDecision Requested(Loan loan, RequestDraw command, Circumstances now)
    {
        var (product, today) = (LoanDecider.ProductOf(now), now.Today(loan));
        if (Stop(loan, product, today) is { } stopped) return stopped;
        if (Check(loan, command.Amount, product) is { } refusal) return refusal;
        var charges = Charges.OfDraw(product, command.Amount);
        var net = Charges.NetOf(command.Amount, charges);
        if (!net.IsPositive) return new NothingToDisburse();

        var asked = new LineDrawRequested(command.DrawId, loan.Line!.DrawsMade + 1, command.Amount, charges, net, command.Channel, today, now.Actor.Id);
        var decision = LoanDecision.Accept(asked);
        if (now.Actor.Kind is not ActorKind.Borrower || !(command.Amount <= product.Line!.DrawsWithoutApproval)) return decision;
        var approved = Approved(LineDraw.Of(asked), byProduct: true, now);
        return new LoanDecision(null, [asked, .. approved.Events], approved.Outbox);
    }

    private static LoanDecision Approved(LineDraw draw, bool byProduct, Circumstances now)
    {
        var reference = LoanReference.Of(now.Brand.Code, now.LoanId, $"draw-{draw.Number}");
        return LoanDecision.Accept(new LineDrawApproved(draw.DrawId, draw.Number, reference, now.Actor.Id, byProduct))
            .AndThen(LoanOutbox.RequestPayout(reference, draw.Net, draw.Channel, now));
    }

    private static Refusal? Check(Loan loan, Money amount, LoanProduct product)
    {
        if (amount.Currency != loan.Currency) return new CurrencyMismatch(loan.Currency.Code);
        if (!amount.IsPositive) return new AmountNotPositive();
        if (product.Line!.DrawMin is { } least && amount < least) return new DrawTooSmall(least);
        if (product.Line.DrawMax is { } most && amount > most) return new DrawTooLarge(most);
        return Revolving.Available(loan) is var available && amount > available ? new LimitExceeded(available) : null;
    }

    // The limit may have been lowered while the draw waited, which is counted among those under way.
    private static Refusal? BeyondTheLimit(Loan loan, LineDraw draw)
    {
        var left = Revolving.LimitLeft(loan) + draw.Amount;
        return draw.Amount > left ? new LimitExceeded(Money.Max(Money.Zero(loan.Currency), left)) : null;
    }

    /// <summary>The number of a draw of this line that the reference names; null when it names none.</summary>
    private static int? NumberOf(Loan loan, string reference, Circumstances now)
    {
        for (var number = 1; number <= loan.Line!.DrawsMade; number++)
            if (reference == LoanReference.Of(now.Brand.Code, now.LoanId, $"draw-{number}") && loan.Line.Draws.All(draw => draw.Number != number)) return number;
        return null;
    }
}
