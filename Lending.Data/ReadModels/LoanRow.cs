using System.Collections.Frozen;
using Lending.Domain;
using static Lending.Data.Columns<Lending.Data.LoanRow>;

namespace Lending.Data;

/// <summary>
/// A loan as the lists show it; the state it is loaded from is beside it, in <see cref="LoanStateRow"/>. StatusSince is null when the published status did not change and
/// SanctionedOn when these events sanctioned nothing; then what is stored stays. Hash is the head of the loan's chain.
/// </summary>
public sealed record LoanRow(
    string Brand, string Id, Loan Loan, LoanFigures Figures, DateTimeOffset? StatusSince, DateOnly? SanctionedOn, DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt, byte[] Hash)
{
    private static readonly Column<LoanRow>[] Columns =
    [
        OfBrand(row => row.Brand),
        Text("id", row => row.Id),
        Text("customer_id", row => row.Loan.CustomerId, OnUpdate.Keep),
        Text("product_code", row => row.Loan.ProductCode, OnUpdate.Keep),
        Int("product_version", row => row.Loan.ProductVersion, OnUpdate.Keep),
        Text("currency", row => row.Loan.Currency.Code, OnUpdate.Keep),
        Long("requested", row => row.Loan.Requested.Minor, OnUpdate.Keep),
        Int("tenure", row => row.Loan.Tenure),
        LongOrNull("recommended", row => row.Loan.Recommended?.Minor),
        Text("recommended_by", row => row.Loan.RecommendedBy),
        LongOrNull("sanctioned", row => row.Loan.Sanctioned?.Minor),
        Text("sanctioned_by", row => row.Loan.SanctionedBy),
        LongOrNull("net", row => row.Loan.Net?.Minor),
        Text("application", row => EnumNames<ApplicationState>.Of(row.Loan.Application)),
        Text("agreement", row => EnumNames<AgreementState>.Of(row.Loan.Agreement)),
        Text("account", row => EnumNames<AccountState>.Of(row.Loan.Account)),
        Text("status", row => EnumNames<PublishedStatus>.Of(row.Figures.Status)),
        InstantOrNull("status_since", row => row.StatusSince, OnUpdate.KeepWhenNull),
        Text("delinquency", row => EnumNames<Delinquency>.Of(row.Figures.Delinquency)),
        Text("asset_class", row => EnumNames<AssetClass>.Of(row.Figures.AssetClass)),
        Long("suspended_interest", row => row.Loan.SuspendedInterest.Minor),
        Long("provision", row => row.Loan.Provision.Minor),
        Long("charged_off", row => row.Loan.ChargedOff?.Left.Minor ?? 0),
        Int("dpd", row => row.Figures.Dpd),
        Long("principal_outstanding", row => row.Figures.PrincipalOutstanding.Minor),
        Long("interest_due", row => row.Figures.InterestDue.Minor),
        Long("penalty_due", row => row.Figures.PenaltyDue.Minor),
        Long("fee_due", row => row.Figures.FeeDue.Minor),
        Long("overdue", row => row.Figures.OverdueAmount.Minor),
        Long("payoff", row => row.Figures.Payoff.Minor),
        Long("advance", row => row.Loan.Advance.Minor),
        DateOrNull("next_due_on", row => row.Figures.NextDue?.On),
        LongOrNull("next_due", row => row.Figures.NextDue?.Amount.Minor),
        Text("ledger_accounts", row => HoldingAccounts.Of(row.Loan)),
        Text("payout_channel", row => row.Loan.Payout?.Channel),
        Text("payout_by", row => row.Loan.Payout?.ProposedBy),
        Text("payout_failure", row => row.Loan.Payout?.Failure),
        Int("payments_waiting", row => row.Loan.ProposedPayments.Count),
        DateOrNull("submitted_on", row => row.Loan.SubmittedOn),
        DateOrNull("sanctioned_on", row => row.SanctionedOn, OnUpdate.KeepWhenNull),
        DateOrNull("disbursed_on", row => row.Loan.DisbursedOn),
        DateOrNull("completed_on", row => row.Loan.CompletedOn),
        DateOrNull("closed_through", row => row.Loan.ClosedThrough),
        Text("certificate_id", row => row.Loan.CertificateId),
        Instant("started_at", row => row.StartedAt, OnUpdate.Keep),
        Instant("changed_at", row => row.ChangedAt),
        Int("version", row => row.Loan.Version),
        Bytes("hash", row => row.Hash),
    ];

    // What only application, agreement and payout set.
    private static readonly FrozenSet<string> SetBefore = new[]
    {
        "tenure", "recommended", "recommended_by", "sanctioned", "sanctioned_by", "net", "application", "agreement", "payout_channel", "payout_by",
        "payout_failure", "submitted_on", "sanctioned_on", "disbursed_on", "ledger_accounts",
    }.ToFrozenSet();

    internal static readonly Table<LoanRow> Table = new("loan", 2, Columns);

    /// <summary>The columns that change while a loan runs: a third of the work of a payment is the update of its loan.</summary>
    internal static readonly Table<LoanRow> Running =
        new("loan", 2, [.. Columns.Where((column, i) => i < 2 || (column.OnUpdate is not OnUpdate.Keep && !SetBefore.Contains(column.Name)))]);

    /// <summary>Whether nothing between the two touched what application, agreement and payout set.</summary>
    internal static bool OnlyRan(Loan before, Loan after) =>
        (before.Application, before.Agreement, before.SubmittedOn, before.DisbursedOn) == (after.Application, after.Agreement, after.SubmittedOn, after.DisbursedOn)
        && (before.Recommended, before.RecommendedBy, before.Sanctioned, before.SanctionedBy, before.Net)
            == (after.Recommended, after.RecommendedBy, after.Sanctioned, after.SanctionedBy, after.Net)
        && before.Payout == after.Payout;
}

/// <summary>Names of enum values, looked up once: a night's run asks for half a million of them.</summary>
internal static class EnumNames<T> where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(value => value, value => value.ToString());

    public static string Of(T value) => Names[value];
}
