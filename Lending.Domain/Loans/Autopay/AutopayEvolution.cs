namespace Lending.Domain;

/// <summary>How automatic debits change a loan's state.</summary>
internal static class AutopayEvolution
{
    public static Loan Apply(Loan loan, LoanEvent @event) => @event switch
    {
        AutopayAnnounced e => With(loan, new Presentation(e.Reference, PresentationState.Announced, e.Amount, e.DebitOn, e.Attempt, e.Through)),
        AutopayPresented e => Presented(loan, e),
        AutopayWithdrawn e => Change(loan, e.Reference, made => made with { State = PresentationState.Withdrawn }),
        AutopayFailed e => Change(loan, e.Reference, made => made with { State = PresentationState.Failed, FailedOn = e.On }),

        // Money is there whatever was said before: a debit that was called failed and came after all is not tried again.
        PaymentReceived { Presentation: { } reference } => Change(loan, reference, made => made with { State = PresentationState.Collected }),
        _ => loan,
    };

    private static Loan Presented(Loan loan, AutopayPresented e)
    {
        var presented = Change(loan, e.Reference, made => made with { State = PresentationState.Presented, Amount = e.Amount, DebitOn = e.On });
        return presented.Mandate is { Presentation: { } made } mandate && !(made.Through <= mandate.PresentedThrough)
            ? presented with { Mandate = mandate with { PresentedThrough = made.Through } }
            : presented;
    }

    private static Loan Change(Loan loan, string reference, Func<Presentation, Presentation> change) =>
        loan.Mandate?.Presentation is { } made && made.Reference == reference ? With(loan, change(made)) : loan;

    private static Loan With(Loan loan, Presentation presentation) => loan with { Mandate = loan.Mandate! with { Presentation = presentation } };
}
