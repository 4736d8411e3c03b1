using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>
/// One loan from application to closure: the state its events add up to. Immutable; <see cref="LoanEvolution"/> applies events,
/// <see cref="LoanDecider"/> decides them. Amounts are in the product's currency.
/// </summary>
public sealed record Loan
{
    public static readonly Loan None = new();

    /// <summary>Number of events so far; also the version the journal must be at when the next one is appended.</summary>
    public int Version { get; init; }

    /// <summary>The loan's own number, as LN-2611-00873.</summary>
    public string Id { get; init; } = "";

    public string CustomerId { get; init; } = "";

    public string ProductCode { get; init; } = "";

    public int ProductVersion { get; init; }

    public Money Requested { get; init; } = Money.Zero(Currency.Inr);

    /// <summary>Days, months or instalments, as the product counts (<see cref="Tenures"/>).</summary>
    public int Tenure { get; init; }

    /// <summary>The coupon applied for with; it lowers its fee when the amount is sanctioned.</summary>
    public string? Coupon { get; init; }

    public ApplicationState Application { get; init; }

    public AgreementState Agreement { get; init; }

    public AccountState Account { get; init; }

    public DateOnly? SubmittedOn { get; init; }

    /// <summary>What the credit executive recommended, and who.</summary>
    public Money? Recommended { get; init; }

    public string? RecommendedBy { get; init; }

    /// <summary>What was sanctioned, and who; the principal once disbursed.</summary>
    public Money? Sanctioned { get; init; }

    public string? SanctionedBy { get; init; }

    /// <summary>Terms of its own that credit proposed, and those it was sanctioned with (RF-002); null is none.</summary>
    public TermOverrides? ProposedOverrides { get; init; }

    public TermOverrides? Overrides { get; init; }

    /// <summary>The tenure applied for, where another one was sanctioned.</summary>
    public int? RequestedTenure { get; init; }

    public ImmutableArray<Charge> Charges { get; init; } = [];

    /// <summary>What reaches the borrower's account (LOS-104).</summary>
    public Money? Net { get; init; }

    /// <summary>Reason code and note of a rejection, or the note of a send-back or cancellation.</summary>
    public string? ReasonCode { get; init; }

    public string? Note { get; init; }

    public IssuedAgreement? IssuedAgreement { get; init; }

    public PayoutAttempt? Payout { get; init; }

    /// <summary>The day the loan was paid out, or a credit line opened.</summary>
    public DateOnly? DisbursedOn { get; init; }

    /// <summary>The accounts it posts to where they are not those of the standard chart; fixed when it was paid out.</summary>
    public ImmutableArray<AccountMapping>? LedgerAccounts { get; init; }

    public ImmutableArray<Instalment> Instalments { get; init; } = [];

    /// <summary>Money received ahead of what is due; applied by day end when instalments fall due (GAP-15).</summary>
    public Money Advance { get; init; } = Money.Zero(Currency.Inr);

    /// <summary>Every day up to and including this one is closed; the loan's own day is the next one at the earliest.</summary>
    public DateOnly? ClosedThrough { get; init; }

    /// <summary>Days past due with which the loan's current day started.</summary>
    public int Dpd { get; init; }

    /// <summary>Payments recorded by hand that wait for another person, by payment id.</summary>
    public ImmutableSortedDictionary<string, ProposedPayment> ProposedPayments
    {
        get;
        // A dictionary read from JSON compares by culture; ids are compared byte by byte.
        init => field = ReferenceEquals(value.KeyComparer, StringComparer.Ordinal) ? value : value.WithComparers(StringComparer.Ordinal);
    } = ImmutableSortedDictionary<string, ProposedPayment>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Ids of the payments that are booked.</summary>
    public ImmutableArray<string> ReceivedPayments { get; init; } = [];

    /// <summary>Ids of the payments that were booked and taken back; null is none.</summary>
    public ImmutableArray<string>? ReversedPayments { get; init; }

    /// <summary>Whether money with this id was ever booked; it is never booked again, taken back or not.</summary>
    public bool HasBooked(string paymentId) => ReceivedPayments.Contains(paymentId) || ReversedPayments is { } back && back.Contains(paymentId);

    /// <summary>The rate of this loan where it is not the product's any more; per day or per year as the product's is.</summary>
    public decimal? RatePercent { get; init; }

    /// <summary>What stops the loan for a while: frozen or in dispute.</summary>
    public LoanHold? Hold { get; init; }

    /// <summary>No interest in these days, both included.</summary>
    public ImmutableArray<InterestPausedDays> Pauses { get; init; } = [];

    /// <summary>Nights in which the loan stood still; they count for nothing, also not as days of being late (GAP-30).</summary>
    public ImmutableArray<FrozenNights> Frozen { get; init; } = [];

    /// <summary>Interest receivable that is not income yet: accrued in dispute, or while the loan was not performing (GAP-31, GAP-55).</summary>
    public Money SuspendedInterest { get; init; } = Money.Zero(Currency.Inr);

    /// <summary>The morning from which the loan is not performing; it performs again once no arrears are left at a day's end.</summary>
    public DateOnly? NpaSince { get; init; }

    /// <summary>Late charges made by hand, so that none is made twice.</summary>
    public ImmutableArray<HandCharge> HandCharges { get; init; } = [];

    /// <summary>What is charged off of it; null is nothing. The account goes on, and the borrower owes all of it.</summary>
    public ChargedOffDebt? ChargedOff { get; init; }

    /// <summary>What is set aside against its loss (GAP-55).</summary>
    public Money Provision { get; init; } = Money.Zero(Currency.Inr);

    /// <summary>A change that one person asked for and another has to approve.</summary>
    public ProposedChange? ProposedChange { get; init; }

    /// <summary>A settlement that was agreed and is not paid yet.</summary>
    public AgreedSettlement? Settlement { get; init; }

    /// <summary>The loan that this one pays off, and the one that paid this one off.</summary>
    public string? Refinances { get; init; }

    public string? RefinancedBy { get; init; }

    /// <summary>The repaid loan whose offer became this one; the other way is in that loan's <see cref="Reloan"/>.</summary>
    public string? ReloanOf { get; init; }

    /// <summary>The last check for another loan and the offer that came of it; null before the loan was closed, or where the Brand offers none.</summary>
    public ReloanStanding? Reloan { get; init; }

    /// <summary>The last day on which the loan can be given back without a charge.</summary>
    public DateOnly? CoolingOffUntil { get; init; }

    /// <summary>The last day on which the borrower, who is giving the loan back, closes it without a charge for that; null where nobody said so.</summary>
    public DateOnly? ExitBy { get; init; }

    /// <summary>What due dates are counted from where they were moved; null leaves them on the product's dates.</summary>
    public DueAnchor? DueAnchor { get; init; }

    /// <summary>What flat interest is a share of once principal was paid ahead of the schedule; null is the amount lent.</summary>
    public Money? FlatBase { get; init; }

    /// <summary>How many times the schedule was revised after it was contracted.</summary>
    public int Revisions { get; init; }

    /// <summary>Debt that was given up: written off, or left by a settlement.</summary>
    public Money WrittenOff { get; init; } = Money.Zero(Currency.Inr);

    /// <summary>Charges for paying early, the tax on them and goodwill so far; null is none.</summary>
    public Money? EarlyFees { get; init; }

    public Money? EarlyTaxes { get; init; }

    public Money? Goodwill { get; init; }

    /// <summary>Money that came after the write-off.</summary>
    public Money Recovered { get; init; } = Money.Zero(Currency.Inr);

    /// <summary>The revolving account, from its opening on; null for every other loan.</summary>
    public CreditLine? Line { get; init; }

    /// <summary>The borrower's order to their bank by which instalments are collected, the newest one; null when there never was one.</summary>
    public Mandate? Mandate { get; init; }

    /// <summary>Account statements cover every day up to this one; bills were made of instalments to be paid by that one.</summary>
    public DateOnly? StatedThrough { get; init; }

    public DateOnly? BilledThrough { get; init; }

    /// <summary>Why the account ended, once it has.</summary>
    public Closure? Closure { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public string? CertificateId { get; init; }

    [JsonIgnore]
    public Currency Currency => Requested.Currency;
}

/// <summary>The agreement as issued: the stored PDF, its hash and the signing link.</summary>
public sealed record IssuedAgreement(string DocumentId, string Sha256, string ESignReference, string SignUrl, DateOnly ExpiresOn, DateTimeOffset? SignedAt = null);

/// <summary>The payout being made or made last. ProviderReference is set when confirmed, Failure when it failed.</summary>
public sealed record PayoutAttempt(
    string Channel, Money Net, string ProposedBy, string? ApprovedBy = null, string? Reference = null, int Attempt = 0,
    string? ProviderReference = null, string? Failure = null)
{
    /// <summary>What is held back to pay off another loan.</summary>
    public Money? Refinanced { get; init; }

    /// <summary>The day from which that counts on the other loan: the one it was worked out for when the payout was approved.</summary>
    public DateOnly? PayoffOn { get; init; }

    /// <summary>The attempt before this one, which the provider called failed; should it say later that it paid all the same, the borrower has that money. Null is none.</summary>
    public PayoutAttempt? Former { get; init; }

    /// <summary>This attempt or the one before it, by our reference; null when it is neither.</summary>
    public PayoutAttempt? Of(string reference) => Reference == reference ? this : Former?.Reference == reference ? Former : null;
}

/// <summary>A payment recorded by hand that waits for another person.</summary>
public sealed record ProposedPayment(string PaymentId, Money Amount, string Channel, string Reference, DateOnly ReceivedOn, string Note, string By);

/// <summary>
/// A loan that is stopped: Frozen accrues nothing and does not age (MO-008, GAP-30), Disputed accrues interest that is not income until the
/// dispute ends (MO-010, GAP-31). Until is the last day, when one was set.
/// </summary>
public sealed record LoanHold(HoldKind Kind, DateOnly Since, DateOnly? Until, string By)
{
    /// <summary>Whether it holds on a day: a freeze whose last day has passed counts no longer.</summary>
    public bool Covers(DateOnly day) => Since <= day && !(Until < day);
}

/// <summary>
/// Instalment Number falls due on On, and the later ones so many periods after it. On the day of payout it stands for moratoria alone: the instalments fall due
/// on the product's dates, each -Number periods later than contracted.
/// </summary>
public sealed record DueAnchor(DateOnly On, int Number)
{
    /// <summary>Of half months and agreed days, which have no rhythm to count by: so many days later than the product's dates, each. Null is none.</summary>
    public int? DaysLater { get; init; }

    public bool IsOfMoratoria(DateOnly payout) => On == payout;
}

/// <summary>Days without interest, both included.</summary>
public sealed record InterestPausedDays(DateOnly From, DateOnly To);

/// <summary>Nights from the date to the next one in which the loan was frozen, both included.</summary>
public sealed record FrozenNights(DateOnly From, DateOnly To);

/// <summary>A change as asked for; By may not approve it.</summary>
public sealed record ProposedChange(string ChangeId, LoanChange Change, DateOnly On, string Note, string By);

/// <summary>What closes the loan when it arrives by the day; the rest is then given up (LOS-051).</summary>
public sealed record AgreedSettlement(Money Amount, DateOnly PayBy)
{
    /// <summary>What came towards it so far, with the advance there was; null where nothing came since it was agreed.</summary>
    public Money? Received { get; init; }

    /// <summary>What has come once this much more does; the loan's advance counts.</summary>
    public Money With(Money more, Loan loan) => (Received ?? loan.Advance) + more;
}

/// <summary>A late charge made by hand on a day. Rule is the day's, or a band of one oldest instalment: each is charged once.</summary>
public sealed record HandCharge(DateOnly On, string Rule);

/// <summary>How an instalment stands (LMS-021).</summary>
public enum InstalmentState { Scheduled, Due, PartPaid, Overdue, Paid }

/// <summary>
/// An instalment as it stands. Interest is the contracted one until the loan closes early or, for a payday loan, the balance falls;
/// InterestExact and PenaltyExact are accrued minor units with all digits, InterestAccrued and PenaltyAccrued what the ledger has.
/// </summary>
public sealed record Instalment(
    int Number, DateOnly From, DateOnly Due, DateOnly PayBy, Money Principal, Money Interest,
    decimal InterestExact, Money InterestAccrued, decimal PenaltyExact, Money PenaltyAccrued,
    Money PaidPrincipal, Money PaidInterest, Money PaidPenalty, DateOnly? PaidOn)
{
    /// <summary>What rounding left over, in minor units, when a frozen night took its share out of the interest; within half a unit.</summary>
    public decimal InterestRest { get; init; }

    /// <summary>All late charges made by the time they last joined what bears late charges; null where they never did, or do every night.</summary>
    public Money? PenaltyJoined { get; init; }

    /// <summary>Late charges that were waived: none of the accrued ones any more, but charged all the same. Null is none.</summary>
    public Money? PenaltyWaived { get; init; }

    [JsonIgnore]
    public Money PrincipalLeft => Principal - PaidPrincipal;

    /// <summary>Contracted interest not yet paid.</summary>
    [JsonIgnore]
    public Money InterestLeft => Interest - PaidInterest;

    /// <summary>Interest earned up to now and not yet paid.</summary>
    [JsonIgnore]
    public Money AccruedInterestLeft => InterestAccrued - PaidInterest;

    [JsonIgnore]
    public Money PenaltyLeft => PenaltyAccrued - PaidPenalty;

    /// <summary>The fee that comes with this instalment; null when there is none.</summary>
    public InstalmentFee? Fee { get; init; }

    [JsonIgnore]
    public Money FeeLeft => Fee is { } fee ? fee.Amount - fee.Paid : Money.Zero(Principal.Currency);

    /// <summary>Fee charged up to now and not yet paid.</summary>
    [JsonIgnore]
    public Money PostedFeeLeft => Fee is { } fee ? fee.Posted - fee.Paid : Money.Zero(Principal.Currency);

    [JsonIgnore]
    public Money PaidInAll => Fee is { } fee ? PaidPrincipal + PaidInterest + PaidPenalty + fee.Paid : PaidPrincipal + PaidInterest + PaidPenalty;

    [JsonIgnore]
    public Money Outstanding => PrincipalLeft + InterestLeft + PenaltyLeft + FeeLeft;

    [JsonIgnore]
    public bool IsPaid => Outstanding.IsZero;

    /// <summary>Nothing was ever to be paid here, or not any more: a revised schedule needs fewer instalments. Kept so that numbers stay.</summary>
    [JsonIgnore]
    public bool IsVoid => Principal.IsZero && Interest.IsZero && PenaltyAccrued.IsZero && (Fee is null || Fee.Amount.IsZero);
}

/// <summary>
/// A fee of one instalment, tax inside: Amount as contracted, Tax the part of it that is tax, Posted what was charged (all of it from the due
/// day on), Paid what was paid.
/// </summary>
public sealed record InstalmentFee(Money Amount, Money Tax, Money Posted, Money Paid)
{
    /// <summary>The tax in Posted where that is a part: charged fees of earlier instalments that a change brought here. Null: all of Tax once anything is charged.</summary>
    public Money? TaxOfPart { get; init; }

    [JsonIgnore]
    public Money PostedTax => TaxOfPart ?? (Posted.IsZero || Posted < Amount ? Money.Zero(Tax.Currency) : Tax);

    /// <summary>The tax in what was paid: all of it where all that was charged is paid, else its share.</summary>
    [JsonIgnore]
    public Money PaidTax => Paid.IsZero ? Paid : Paid >= Posted ? PostedTax : Money.Round((decimal)PostedTax.Minor * Paid.Minor / Posted.Minor, Tax.Currency);

    public InstalmentFee Charged() => this with { Posted = Amount, TaxOfPart = null };

    /// <summary>What was charged stays owed, what was to come is charged no more.</summary>
    public InstalmentFee WithoutToCome() => this with { Amount = Posted, Tax = PostedTax, TaxOfPart = null };

    /// <summary>What was paid is all there was.</summary>
    public InstalmentFee Settled() => this with { Amount = Paid, Tax = PaidTax, Posted = Paid, TaxOfPart = null };

    /// <summary>With what is left of another fee, charged or not.</summary>
    public InstalmentFee With(InstalmentFee other)
    {
        var posted = Posted + other.Posted - other.Paid;
        var amount = Amount + other.Amount - other.Paid;
        return this with
        {
            Amount = amount, Tax = Tax + other.Tax - other.PaidTax, Posted = posted,
            TaxOfPart = posted.IsZero || posted == amount ? null : PostedTax + other.PostedTax - other.PaidTax,
        };
    }
}
