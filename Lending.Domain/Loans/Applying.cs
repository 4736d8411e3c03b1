namespace Lending.Domain;

/// <summary>Starting, submitting and withdrawing an application (LOS-020 to LOS-022, LOS-083, LOS-084).</summary>
internal static class Applying
{
    public static LoanDecision Start(Loan loan, StartApplication command, Circumstances now)
    {
        if (loan.Application is not ApplicationState.None) return LoanDecider.NotNow(loan, command, now);
        if (now.Product is not { } product || product.Code != command.ProductCode) return new ProductNotFound();
        if (CooldownOf(loan, now) is { } tooSoon) return tooSoon;
        if (EndOf(now) is { } ended) return ended;
        if (LimitOf(product, now) is { } many) return many;
        if (AmountBounds.Check(command.Amount, product, now.Brand) is { } refusal) return refusal;
        if (command.Tenure < product.TenureMin || command.Tenure > product.TenureMax)
            return new TenureOutOfRange(product.TenureMin, product.TenureMax, Tenures.UnitOf(product).Many);
        if (Refinancing.Check(command, now) is { } unfit) return unfit;
        if (ReloanAccepting.Check(command, now) is { } notOffered) return notOffered;
        var coupon = Coupons.Find(product, command.Coupon, now.Brand.BusinessDate);
        if (coupon.Refusal is { } noCoupon) return noCoupon;

        return LoanDecision.Accept(
            new ApplicationStarted(now.LoanId, command.CustomerId, product.Code, product.Version, command.Amount, command.Tenure)
            {
                Coupon = coupon.Value?.Code, Refinances = command.Refinances, ReloanOf = command.ReloanOf,
            });
    }

    public static LoanDecision Submit(Loan loan, SubmitApplication command, Circumstances now)
    {
        if (loan.Application is not (ApplicationState.Onboarding or ApplicationState.SentBackToBorrower))
            return LoanDecider.NotNow(loan, command, now);

        // Sent back and submitted again is the same application; a draft made before another one was rejected is a new one.
        if (loan.Application is ApplicationState.Onboarding && CooldownOf(loan, now) is { } tooSoon) return tooSoon;
        if (EndOf(now) is { } ended) return ended;
        if (now.Product is { } product && LimitOf(product, now) is { } many) return many;
        var missing = now.Customer is { } customer ? customer.MissingSteps : OnboardingSteps.All;
        if (!missing.IsEmpty) return new OnboardingIncomplete(string.Join(", ", missing));
        var settings = now.Brand.Settings;
        if (now.Customer?.Age is not { } age || age < settings.AgeMin || age > settings.AgeMax)
            return new BelowMinimumAge(settings.AgeMin, settings.AgeMax);
        if (ReloanAccepting.StaleOf(loan, now) is { } stale) return stale;

        return LoanDecision.Accept(new ApplicationSubmitted(now.Today(loan)))
            .AndThen(LoanOutbox.Message(MessageTemplates.ApplicationReceived, loan, now, loan.Requested));
    }

    public static TooManyLoans? LimitOf(LoanProduct product, Circumstances now) =>
        product.LoansPerCustomer is { } most && now.Customer is { OpenLoans: var open } && open >= most ? new TooManyLoans(most) : null;

    /// <summary>LOS-110: for the Brand's number of days after a rejection no new application is taken.</summary>
    public static RejectedRecently? CooldownOf(Loan loan, Circumstances now) =>
        now.Customer?.RejectedOn is { } rejected && rejected.AddDays(now.Brand.Settings.RejectionCooldownDays) is var from && now.Today(loan) < from
            ? new RejectedRecently(from)
            : null;

    /// <summary>A loan that was returned or refinanced takes nobody's eligibility; only what the Brand names does, fraud unless it says otherwise (GAP-32).</summary>
    public static NoMoreLoans? EndOf(Circumstances now) =>
        now.Customer is { } customer && customer.CancelledFor.Any(now.Brand.Settings.NoMoreLoansAfter.Contains) ? new NoMoreLoans() : null;

    /// <summary>Possible until somebody has asked for the payout.</summary>
    public static LoanDecision Cancel(Loan loan, CancelApplication command, Circumstances now)
    {
        var open = loan is
        {
            Application: ApplicationState.Onboarding or ApplicationState.Pending or ApplicationState.SentBackToBorrower
                or ApplicationState.CreditApproved or ApplicationState.Sanctioned,
            Account: AccountState.None or AccountState.AwaitingDisbursal,
        };
        return open ? LoanDecision.Accept(new ApplicationCancelled(command.Reason)) : LoanDecider.NotNow(loan, command, now);
    }
}
