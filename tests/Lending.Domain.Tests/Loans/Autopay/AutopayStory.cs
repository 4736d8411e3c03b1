namespace Lending.Domain.Tests.Loans.Autopay;

/// <summary>A loan of Rs 20,000 over six months from 1 June, due on the first of each month, with a mandate its borrower approved.</summary>
internal static class AutopayStory
{
    public static readonly DateOnly FirstDue = new(2026, 7, 1);

    public static Story Active(Brand? brand = null) => Confirmed(Story.Active(A.Emi, A.Inr(20_000_00), 6, brand));

    public static Story Confirmed(Story story)
    {
        story.Do(new RequestMandate(), A.Borrower());
        var id = story.Loan.Mandate!.Id;
        return story.Do(new IssueMandate(id, "https://mandate.test/1"), A.System).Do(new ConfirmMandate(id, "umn-1"), A.System);
    }

    public static Presentation? Presentation(this Story story) => story.Loan.Mandate!.Presentation;

    /// <summary>The borrower's bank pays the debit under way.</summary>
    public static Story Collected(this Story story, string payment = "debit-1")
    {
        var made = story.Presentation()!;
        return story.Do(new ReceivePayment(payment, made.Amount, PaymentChannels.Autopay, "utr") { Presentation = made.Reference }, A.System);
    }

    public static Story Bounced(this Story story, string code = "insufficient_funds") =>
        story.Do(new FailPresentation(story.Presentation()!.Reference, code), A.System);

    public static IReadOnlyList<T> All<T>(this Story story) where T : LoanEvent => [.. story.Events.OfType<T>()];
}
