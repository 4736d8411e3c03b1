using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>A loan in a list. WaitingSince is when it came to where it is now.</summary>
public sealed record LoanListRow(
    string Id, string CustomerId, string? CustomerName, string ProductCode, string ProductName, Money Requested, int Tenure, Money? Recommended,
    Money? Sanctioned, Money? Net, PublishedStatus Status, DateTimeOffset WaitingSince, ApplicationState Application, AgreementState Agreement,
    AccountState Account, Delinquency Delinquency, int Dpd, Money PrincipalOutstanding, Money Overdue, Money Payoff, DateOnly? NextDueOn,
    Money? NextDue, DateOnly? SubmittedOn, DateOnly? SanctionedOn, DateOnly? DisbursedOn, DateOnly? CompletedOn, DateTimeOffset StartedAt,
    int PaymentsWaiting, string? PayoutFailure, int Version, AssetClass AssetClass)
{
    /// <summary>The limit of a credit line, what can be drawn of it and what its statements ask for now; null for every other loan.</summary>
    public Money? Limit { get; init; }

    public Money? Available { get; init; }

    public Money? MinimumDue { get; init; }

    /// <summary>In the queue of payments to confirm: the money that waits; null in every other list.</summary>
    public Money? ToConfirm { get; init; }

    /// <summary>From loan l, customer c and product p, in the order Read expects.</summary>
    internal const string Columns =
        """
        l.id, l.customer_id, c.full_name, l.product_code, coalesce(p.name, l.product_code), l.currency, l.requested, l.tenure, l.recommended,
        l.sanctioned, l.net, l.status, l.status_since, l.application, l.agreement, l.account, l.delinquency, l.dpd, l.principal_outstanding,
        l.overdue, l.payoff, l.next_due_on, l.next_due, l.submitted_on, l.sanctioned_on, l.disbursed_on, l.completed_on, l.started_at,
        l.payments_waiting, l.payout_failure, l.version, l.asset_class, cl.credit_limit, cl.available, cl.minimum_due
        """;

    internal const string From =
        """
        FROM loan l
        LEFT JOIN customer c ON c.brand = l.brand AND c.id = l.customer_id
        LEFT JOIN credit_line cl ON cl.brand = l.brand AND cl.loan = l.id
        LEFT JOIN product p ON p.brand = l.brand AND p.code = l.product_code AND p.version = l.product_version
        """;

    internal static LoanListRow Read(NpgsqlDataReader row)
    {
        var currency = Currency.Of(row.GetString(5));
        return new(
            row.GetString(0), row.GetString(1), row.TextOrNull(2), row.GetString(3), row.GetString(4), row.Money(6, currency), row.GetInt32(7),
            row.MoneyOrNull(8, currency), row.MoneyOrNull(9, currency), row.MoneyOrNull(10, currency), row.Named<PublishedStatus>(11),
            row.Instant(12), row.Named<ApplicationState>(13), row.Named<AgreementState>(14), row.Named<AccountState>(15),
            row.Named<Delinquency>(16), row.GetInt32(17), row.Money(18, currency), row.Money(19, currency), row.Money(20, currency),
            row.DateOrNull(21), row.MoneyOrNull(22, currency), row.DateOrNull(23), row.DateOrNull(24), row.DateOrNull(25), row.DateOrNull(26),
            row.Instant(27), row.GetInt32(28), row.TextOrNull(29), row.GetInt32(30), row.Named<AssetClass>(31))
        {
            Limit = row.MoneyOrNull(32, currency), Available = row.MoneyOrNull(33, currency), MinimumDue = row.MoneyOrNull(34, currency),
        };
    }
}
