namespace Lending.Domain;

/// <summary>What staff can change on an open line, besides what fits every loan.</summary>
internal static class LineChanges
{
    /// <summary>Why a change does not fit: it is for lines and this is none, or it is for schedules and this is a line.</summary>
    public static Refusal? Misfit(Loan loan, LoanChange change)
    {
        if (loan.Line is not { } line) return change is LimitChange or LineBlocking or LineUnblocking or MinimumPercentChange ? new NotACreditLine() : null;
        return change switch
        {
            TenureExtension or DueDateMove or Moratorium or InterestPause or ReAge or ReAmortisation or PartPrepayment or ContractTermination or Cancellation or CoolingOffExit
                or ChargeOff or ChargeOffReversal => new NotForCreditLine(),
            WriteOff or Settlement when !line.Draws.IsEmpty => new DrawUnderWay(),
            _ => null,
        };
    }

    /// <summary>Below what is drawn it is allowed: nothing can then be drawn until enough is repaid.</summary>
    public static Outcome<ChangeOutcome> ChangeLimit(Loan loan, LimitChange change, ChangeGround ground)
    {
        var product = ground.Product;
        if (change.Limit.Currency != loan.Currency) return new CurrencyMismatch(loan.Currency.Code);
        if (change.Limit < product.AmountMin || change.Limit > product.AmountMax) return new AmountOutOfRange("product", product.AmountMin, product.AmountMax);
        if (change.Limit == loan.Line!.Limit) return new ChangeFieldInvalid("amount", "is the limit the line has");
        return With(loan, loan.Line with { Limit = change.Limit });
    }

    public static Outcome<ChangeOutcome> Block(Loan loan, LineBlocking change, ChangeGround ground)
    {
        if (loan.Line!.Block is not null) return new BlockStands(true);
        if (string.IsNullOrWhiteSpace(change.Reason) || change.Reason.Length > 200) return new ChangeFieldInvalid("blockReason", "must be 1 to 200 characters");
        return With(loan, loan.Line with { Block = new LineBlock(ground.Today, change.Reason, ground.By) });
    }

    public static Outcome<ChangeOutcome> Unblock(Loan loan) =>
        loan.Line!.Block is null ? new BlockStands(false) : With(loan, loan.Line with { Block = null });

    /// <summary>From the next statement on (RF-028).</summary>
    public static Outcome<ChangeOutcome> ChangeMinimum(Loan loan, MinimumPercentChange change, ChangeGround ground)
    {
        if (!ground.Product.Overridable.Contains(OverridableField.MinimumPercent)) return new NotOverridable("minimumPercent");
        if (change.Percent is < 1m or > 100m) return new ChangeFieldInvalid("minimumPercent", "must be 1 to 100");
        if (change.Percent == (loan.Line!.MinimumPercent ?? ground.Product.Line!.MinimumPercent)) return new ChangeFieldInvalid("minimumPercent", "is the percentage the line has");
        return With(loan, loan.Line with { MinimumPercent = change.Percent });
    }

    /// <summary>From tonight on.</summary>
    public static Outcome<ChangeOutcome> ChangeRate(Loan loan, RateChange change) => ChangeOutcome.Same(loan) with { RatePercent = change.RatePercent };

    /// <summary>Pays like money: all that is owed, what statements asked for first.</summary>
    public static ChangeOutcome Use(Loan loan, Money amount, ChangeGround ground)
    {
        var paid = Allocations.Of(loan.Instalments, amount, DateOnly.MaxValue, ground.Today, ground.Product.Waterfall);
        var rows = Allocations.Apply(loan.Instalments, paid, ground.Today);
        return ChangeOutcome.Same(loan) with
        {
            Instalments = rows, Advance = loan.Advance + amount - Allocations.TotalOf(paid, loan.Currency), Dpd = LoanFigures.DpdOf(loan with { Instalments = rows }, ground.Today),
            SuspendedInterest = Suspense.Left(loan, rows), InterestEarned = Suspense.Realised(loan, rows),
        };
    }

    private static ChangeOutcome With(Loan loan, CreditLine line) => ChangeOutcome.Same(loan) with { Line = line };
}
