namespace Lending.Domain;

/// <summary>The borrower answers an offer, and the application it becomes (LOS-036).</summary>
public static class ReloanAccepting
{
    public static LoanDecision Accept(Loan loan, AcceptReloan command, Circumstances now)
    {
        // What staff have not approved, or turned down, the borrower never heard of.
        if (ReloanDeciding.OfferOf(loan, command.Number) is not { WasTold: true } offer) return new ReloanNotFound();
        if (!offer.IsOpen) return ReloanDeciding.NotOpen(offer);
        var (today, terms) = (now.Today(loan), offer.Offer!);
        if (today > terms.Until) return new ReloanExpired(terms.Until);
        if (now.Offered is not { } product) return new ProductNotFound();

        var (amount, tenure) = (command.Amount ?? terms.Amount, command.Tenure ?? terms.Tenure);
        if (AmountBounds.Check(amount, product, now.Brand) is { } outside) return outside;
        if (amount > terms.Amount) return new AmountAboveOffered(terms.Amount);
        if (tenure < product.TenureMin || tenure > product.TenureMax) return new TenureOutOfRange(product.TenureMin, product.TenureMax, Tenures.UnitOf(product).Many);
        var against = ReloanRules.OfCustomer(now.Customer, product, now.Brand, today).Where(finding => !finding.Passed).Select(finding => finding.Rule.ToString()).ToArray();
        if (against.Length > 0) return new ReloanNotPossibleNow(string.Join(", ", against));

        return LoanDecision.Accept(new ReloanAccepted(command.Number, today, command.ApplicationId, amount, tenure))
            .AndThen(LoanOutbox.StartReloan(command.ApplicationId, now));
    }

    public static LoanDecision Decline(Loan loan, DeclineReloan command, Circumstances now)
    {
        if (ReloanDeciding.OfferOf(loan, command.Number) is not { WasTold: true } offer) return new ReloanNotFound();
        if (offer is { State: ReloanState.Cancelled, Ending: ReloanEnding.Declined }) return LoanDecision.Nothing;
        if (!offer.IsOpen) return ReloanDeciding.NotOpen(offer);
        return LoanDecision.Accept(new ReloanCancelled(command.Number, now.Today(loan), ReloanEnding.Declined, now.Actor.Id, command.Reason));
    }

    /// <summary>The start command of an accepted offer: the same whoever gives it.</summary>
    public static StartApplication StartOf(Loan former) => former.Reloan is { Application: not null, Taken: { } amount, TakenTenure: { } tenure }
        ? new StartApplication(former.CustomerId, former.ProductCode, amount, tenure) { ReloanOf = former.Id }
        : throw new InvalidOperationException($"{former.Id} has no accepted offer.");

    /// <summary>The id of that command, so that it is done once.</summary>
    public static string StartIdOf(Loan former) => $"{former.Id}:reloan.start:{former.Reloan!.Number}";

    /// <summary>An application of an offer is what the offer became, in every term; null when the application names none.</summary>
    public static Refusal? Check(StartApplication command, Circumstances now) =>
        command.ReloanOf is null || (now.Former is { Reloan: { Application: var application, State: ReloanState.Approved } } former && application == now.LoanId
            && former.Id == command.ReloanOf && StartOf(former) == command)
            ? null
            : new NotThisReloan();

    /// <summary>KYC is taken over; consent is given anew, and an account checked long ago is checked again.</summary>
    public static Refusal? StaleOf(Loan loan, Circumstances now)
    {
        if (loan.ReloanOf is null) return null;
        var consent = now.Customer?.ConsentForReloanOf == loan.ReloanOf;
        var account = now.Customer?.BankCheckedAt is { } at && (now.Now - at).TotalDays <= now.Brand.Settings.Reloans.BankCheckDays;
        return (consent, account) switch
        {
            (true, true) => null,
            (false, true) => new RefreshNeeded(OnboardingSteps.Consent),
            (true, false) => new RefreshNeeded(OnboardingSteps.BankAccount),
            (false, false) => new RefreshNeeded($"{OnboardingSteps.BankAccount}, {OnboardingSteps.Consent}"),
        };
    }
}
