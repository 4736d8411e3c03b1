using System.Collections.Immutable;
using Lending.Api.Lines;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Loans;

/// <summary>
/// A fee with its tax. Discount is what a coupon took off it before tax; Withheld is TDS the borrower pays to the tax office; TdsBooked is what of it is not
/// taken out of the payout for that, null where TDS is settled outside the loan.
/// </summary>
public sealed record ChargeAnswer(
    string Code, string Name, MoneyAnswer Fee, MoneyAnswer Tax, MoneyAnswer Total, MoneyAnswer? Discount, string? Coupon, MoneyAnswer? Withheld,
    MoneyAnswer? TdsBooked)
{
    public static ChargeAnswer Of(Charge charge) =>
        new(charge.Code, charge.Name, MoneyAnswer.Of(charge.Fee), MoneyAnswer.Of(charge.Tax), MoneyAnswer.Of(charge.Total),
            MoneyAnswer.Of(charge.Discount), charge.Coupon, MoneyAnswer.Of(charge.Withheld),
            charge.TaxCredit.IsZero ? null : MoneyAnswer.Of(charge.TaxCredit));
}

/// <summary>The separate dimensions behind the published status.</summary>
public sealed record LoanDimensions(string Application, string Agreement, string Account, string Delinquency);

/// <summary>What is owed on the day AsOf. Payoff closes the loan that day.</summary>
public sealed record FiguresAnswer(
    DateOnly AsOf, MoneyAnswer PrincipalOutstanding, MoneyAnswer InterestDue, MoneyAnswer PenaltyDue, MoneyAnswer FeeDue, MoneyAnswer DueNow,
    MoneyAnswer Overdue, MoneyAnswer Payoff, DateOnly? NextDueOn, MoneyAnswer? NextDue, int DaysPastDue);

/// <summary>What stops the loan for a while: frozen (nothing accrues) or disputed (nobody collects), up to and including Until where a last day was set.</summary>
public sealed record HoldAnswer(string Kind, DateOnly Since, DateOnly? Until);

/// <summary>What was agreed to close the loan: the amount, if it arrives by the day.</summary>
public sealed record SettlementAnswer(MoneyAnswer Amount, DateOnly PayBy);

/// <summary>
/// The days in which the loan can be given back, until they are over. Payoff closes it today, without a charge for closing once the borrower said so (Exiting) or
/// where the product has none in these days.
/// </summary>
public sealed record CoolingOffAnswer(DateOnly Until, bool Exiting, MoneyAnswer Payoff)
{
    public static CoolingOffAnswer? Of(Loan loan, LoanFigures figures, DateOnly today) =>
        loan is { Account: AccountState.Active, Line: null, CoolingOffUntil: { } until } && until > loan.DisbursedOn && today <= until
            ? new(until, loan.ExitBy is not null, MoneyAnswer.Of(figures.Payoff))
            : null;
}

/// <summary>A term of this loan's own: its name in a request, in words, and both values in words.</summary>
public sealed record OwnTermAnswer(string Term, string Name, string Product, string Loan);

/// <summary>
/// A loan as its borrower sees it. Message is what the borrower is told about a rejection or of what is still wanted. Figures are there once money
/// has been paid out. ScheduleRevisions counts how often the instalments were planned anew after they were agreed.
/// </summary>
public sealed record LoanAnswer(
    string LoanId, string Status, LoanDimensions Dimensions, string ProductCode, MoneyAnswer Requested, int Tenure, MoneyAnswer? Sanctioned,
    ImmutableArray<ChargeAnswer> Charges, MoneyAnswer? Net, DateOnly? SubmittedOn, DateOnly? DisbursedOn, DateOnly? CompletedOn,
    FiguresAnswer? Figures, bool HasAgreement, bool HasCertificate, string? ReasonCode, string? Message, HoldAnswer? Hold, SettlementAnswer? Settlement,
    int ScheduleRevisions)
{
    /// <summary>Terms that this loan has otherwise than its product, each with the product's; empty where it has none.</summary>
    public ImmutableArray<OwnTermAnswer> OwnTerms { get; init; } = [];

    /// <summary>How the line of credit stands; null for every other loan.</summary>
    public LineAnswer? Line { get; init; }

    /// <summary>Null when the days in which it could be given back are over, or before the payout.</summary>
    public CoolingOffAnswer? CoolingOff { get; init; }

    /// <summary>The repaid loan whose offer this one came of, and the application that the offer after this one became.</summary>
    public string? ReloanOf { get; init; }

    public string? ReloanedBy { get; init; }

    public static LoanAnswer Of(string loanId, Loan loan, LoanFigures figures, Brand brand, LoanProduct? offered = null) => new(
        loanId, LoanViews.NameOf(figures.Status),
        new(LoanViews.NameOf(loan.Application), LoanViews.NameOf(loan.Agreement), LoanViews.NameOf(loan.Account), LoanViews.NameOf(figures.Delinquency)),
        loan.ProductCode, MoneyAnswer.Of(loan.Requested), loan.Tenure, MoneyAnswer.Of(loan.Sanctioned),
        [.. loan.Charges.Select(ChargeAnswer.Of)], MoneyAnswer.Of(loan.Net), loan.SubmittedOn, loan.DisbursedOn, loan.CompletedOn,
        loan.DisbursedOn is null ? null : FiguresOf(loan, figures, brand), loan.IssuedAgreement is not null, loan.CertificateId is not null,
        loan.ReasonCode, MessageOf(loan, brand), HoldOf(loan),
        loan is { Account: AccountState.Active, Settlement: { } agreed } ? new(MoneyAnswer.Of(agreed.Amount), agreed.PayBy) : null, loan.Revisions)
    {
        OwnTerms = offered is null ? [] : TermsOf(offered, loan, loan.Overrides),
        CoolingOff = CoolingOffAnswer.Of(loan, figures, brand.BusinessDate),
        ReloanOf = loan.ReloanOf, ReloanedBy = loan.Reloan?.Application,
        Line = LineAnswer.Of(loan.Advance, LineFigures.Of(loan, LoanProjection.TodayOf(loan, brand.BusinessDate), LoanTerms.Of(loan, offered))),
    };

    internal static ImmutableArray<OwnTermAnswer> TermsOf(LoanProduct offered, Loan loan, TermOverrides? own) =>
        [.. OverridableTerms.Differing(offered, loan, own).Select(term => new OwnTermAnswer(term.Key, term.Name, term.InProduct, term.OfLoan))];

    // Who put it on hold, and why, stays inside.
    private static HoldAnswer? HoldOf(Loan loan) =>
        loan is { Account: AccountState.Active, Hold: { } hold } ? new(LoanViews.NameOf(hold.Kind), hold.Since, hold.Until) : null;

    private static FiguresAnswer FiguresOf(Loan loan, LoanFigures figures, Brand brand) => new(
        brand.BusinessDate, MoneyAnswer.Of(figures.PrincipalOutstanding), MoneyAnswer.Of(figures.InterestDue), MoneyAnswer.Of(figures.PenaltyDue),
        MoneyAnswer.Of(figures.FeeDue), MoneyAnswer.Of(figures.DueNow), MoneyAnswer.Of(figures.OverdueAmount), MoneyAnswer.Of(figures.Payoff), figures.NextDue?.On,
        MoneyAnswer.Of(figures.NextDue?.Amount), loan.Account is AccountState.Active ? figures.Dpd : 0);

    // Staff notes stay inside, except a send-back, which is written to the borrower.
    private static string? MessageOf(Loan loan, Brand brand) => loan.Application switch
    {
        ApplicationState.Rejected when loan.ReasonCode is { } code => brand.Settings.RejectionReasons.GetValueOrDefault(code),
        ApplicationState.SentBackToBorrower => loan.Note,
        _ => null,
    };
}
